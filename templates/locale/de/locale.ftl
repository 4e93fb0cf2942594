# Dates, times and money. The program gives the parts: $day, $weekday (1 is Monday), $month, $year, $hour, $minute …

date = { $day }. { date-month } { $year }
date-day = { $day }.
date-day-month = { $day }. { date-month }
date-weekday = { date-weekday-name }, { date }
date-hours = { $day }, { $hours }
date-span = { $from } bis { $to }
date-time = { date }, { time }
date-time-short = { $day-padded }.{ $month-padded }. { $hour }:{ $minute }
time = { $hour }:{ $minute } Uhr
# A full hour goes without minutes.
time-clock = { $minutes ->
    [0] { $hour }
   *[other] { $hour }:{ $minute }
}
time-span = { $from } bis { $to } Uhr
date-weekday-name = { $weekday ->
    [1] Montag
    [2] Dienstag
    [3] Mittwoch
    [4] Donnerstag
    [5] Freitag
    [6] Samstag
   *[7] Sonntag
}
date-month = { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
}
money-euro = { $sign }{ $amount } €
money-other = { $sign }{ $amount } { $currency }
