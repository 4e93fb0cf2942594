# Dates, times and money. The program gives the parts: $day, $weekday (1 is Monday), $month, $year, $hour, $minute …

date = { $day } { date-month } { $year }
date-day = { $day }
date-day-month = { $day } { date-month }
date-weekday = { date-weekday-name }, { date }
date-hours = { $day }, { $hours }
date-span = { $from } to { $to }
date-time = { date }, { time }
date-time-short = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] June
    [7] July
    [8] Aug
    [9] Sept
    [10] Oct
    [11] Nov
   *[12] Dec
} { $hour }:{ $minute }
# 24 hours, as on every clock where the congress is.
time = { $hour }:{ $minute }
time-clock = { $hour }:{ $minute }
time-span = { $from } to { $to }
date-weekday-name = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
date-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
money-euro = { $sign }€{ $amount }
money-other = { $sign }{ $currency } { $amount }
