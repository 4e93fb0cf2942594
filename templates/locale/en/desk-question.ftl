# Questions at the desk: setting them up, what was answered, counting

desk-settings-tab-questions = Questions
desk-settings-lead-of-questions = What you must know when people register, and what for. Ask only what you need: every answer is deleted when its time is over.
desk-settings-none-of-questions = No question yet: registering asks for names and mail addresses and nothing else.
desk-settings-add-to-questions = Add a question
desk-settings-question = Question
desk-question-label-de = Question in German
desk-question-label-en = Question in English
desk-question-help-de = Help with it in German
desk-question-help-en = Help with it in English
desk-question-help-hint = A sentence that helps to answer.
desk-question-purpose-de = What for, in German
desk-question-purpose-en = What for, in English
desk-question-purpose-hint = Stands beside the question: “Needed for: the kitchen to plan”.
desk-question-used-for = Who is asked
desk-question-of-attendee = Each person
desk-question-of-order = Once an order
desk-question-kind = How it is answered
desk-question-kind-text = A line of text
desk-question-kind-long-text = Several lines of text
desk-question-kind-number = A whole number
desk-question-kind-date = A day
desk-question-kind-yes-no = Yes or no
desk-question-kind-one-of = One of several answers
desk-question-kind-several-of = Several answers
desk-question-kind-file = A file (PDF, PNG, JPEG)
desk-question-fault-kind = Please choose how it is answered.
desk-question-options = Answers to choose from
desk-question-options-hint = Only for questions with a choice. Empty lines do not count; after saving there are more of them.
desk-question-option-de = Answer { $number } in German
desk-question-option-en = Answer { $number } in English
desk-question-option-active = “{ $label }” can be chosen
desk-question-least = Smallest number
desk-question-most = Largest number
desk-question-bounds-hint = Only for numbers.
desk-question-retention = Delete after (days)
desk-question-retention-hint = So many days after the congress all answers are deleted.
desk-question-position-hint = Small numbers come first.
desk-question-depends = Ask only after this answer
desk-question-depends-hint = The other question must stand before this one.
desk-question-depends-nothing = Always ask
desk-question-asked-until = Asked until
desk-question-asked-until-hint = After that nobody is asked any more.
desk-question-changed-until = Can be changed until
desk-question-changed-until-hint = After that only you change answers.
desk-question-categories = Only for these tickets
desk-question-categories-hint = Without a choice it is for all of them.
desk-question-required = Must be answered.
desk-question-required-hint = Those whom you enter, and those who come through a program, can answer later.
desk-question-sensitive = Sensitive.
desk-question-sensitive-hint = Health, religion, needs: read with names only by those who may.
desk-question-counted = Count for kitchen and house.
desk-question-counted-hint = In numbers, without names.
desk-question-active = Is asked.
desk-question-active-hint = Otherwise it only stays here with its answers.
desk-question-is-active = Asked
desk-question-is-retired = No longer asked
desk-question-mark-required = required
desk-question-mark-sensitive = sensitive
desk-question-answers = { $count ->
    [0] no answers
    [one] 1 answer
   *[other] { $count } answers
}
desk-question-answered = { $count ->
    [one] One person has answered already, so whom and how it is asked stays.
   *[other] There are { $count } answers already, so whom and how it is asked stays.
}
desk-question-remove-meaning = If the question was answered, it is only no longer asked, and its answers stay until their time is over. Otherwise it is gone.
desk-question-retired-now = The question is no longer asked. Its answers stay until their time is over.
desk-audit-question-added = Question added
desk-audit-question-changed = Question changed
desk-audit-question-removed = Question deleted
desk-audit-congress-answers-forgotten = { $count ->
    [one] 1 answer deleted when its time was over
   *[other] { $count } answers deleted when their time was over
}
desk-job-kind-congress-retention = Delete answers whose time is over
desk-audit-field-used-for = Who is asked
desk-audit-field-label = Question
desk-audit-field-help = Help
desk-audit-field-answered-with = How it is answered
desk-audit-field-least = Smallest number
desk-audit-field-most = At most
desk-audit-field-required = Required
desk-audit-field-depends = Depends on
desk-audit-field-purpose = What for
desk-audit-field-retention-days = Delete after (days)
desk-audit-field-sensitive = Sensitive
desk-audit-field-counted = Counted
desk-audit-field-asked-until = Asked until
desk-audit-field-changed-until = Can be changed until
desk-audit-field-options = Answers to choose from
desk-answers = Answers
desk-answers-none = None yet.
desk-answers-hidden = Sensitive answers are seen only by those who may.
desk-answers-edit = Change the answers
desk-answers-of-order = Answers for order { $code }
desk-answers-of-person = Answers of { $name }
desk-answers-hint = Nothing must be answered here. What does not apply with the other answers is deleted.
desk-answers-nothing-asked = Nothing is asked here.
desk-answers-saved = The answers are saved.
desk-event-order-answered = Answers for the order changed
desk-event-attendee-answered = Answers of { $name } changed
desk-list-with-sensitive = { $list } with sensitive answers
desk-list-counts = Numbers for kitchen and house
desk-export-counts = numbers
desk-counts = Numbers for kitchen and house
desk-counts-word = Numbers for the kitchen
desk-counts-lead = What attendees with a place answered: numbers, no names. Counted are the questions that are set to be.
desk-counts-none = No question is counted. You set that at the question.
desk-counts-export = Numbers as a file
desk-counts-question = Question
desk-counts-answer = Answer
desk-counts-total = Together
desk-counts-sum = Sum of the numbers
desk-counts-answered = answered
desk-counts-open = no answer
