# Questions that whoever registers is asked: in forms, and what is wrong with an answer

question-yes = Yes
question-no = No
question-purpose = Needed for: { $purpose }.
question-retention = { $days ->
    [0] Deleted when the congress ends.
    [one] Deleted 1 day after the congress.
   *[other] Deleted { $days } days after the congress.
}
question-file-later = You upload the file after registering, on your personal page.
question-fault-missing = Please answer this question.
question-fault-number = Please enter a whole number.
question-fault-least = Please enter { $least } or more.
question-fault-most = Please enter { $most } or less.
question-fault-date = Please enter a day, such as 11.03.2027.
question-fault-choice = Please choose from what is offered.
question-fault-too-long = This is too long: at most { $most } characters.
question-fault-not-asked = There is no such question here, or it does not apply with the other answers.
question-fault-file-later = Files are uploaded on the personal page.
question-fault-file-missing = Please choose a file.
question-fault-file-empty = The file is empty.
question-fault-file-large = The file is too large: at most 5 MB.
question-fault-file-kind = Please upload a PDF, a PNG or a JPEG image. We take nothing else.
question-error-purpose-missing = Please say what you need the answers for.
question-error-retention = Answers are kept between 0 and 1,096 days.
question-error-bounds = The most is less than the least.
question-error-options = Choosing needs at least one answer to choose, at most 40. Other questions have no answers to choose from.
question-error-kind-fixed = The question has been answered already, so whom and how it is asked stays. Ask a new one.
question-error-option-twice = The answer “{ $label }” stands there twice. Please call one of them otherwise.
question-error-option-chosen = Somebody chose “{ $label }”. Stop offering this answer instead of removing it.
question-error-after = The question that this one depends on must stand before it.
question-error-no-such-answer = Nobody can give this answer any more. Choose another one, or ask everybody.
question-error-other-use = A question for each order and one for each person cannot depend on each other.
question-error-depends-on-retired = The question that this one depends on is no longer asked.
question-error-needed = Other questions depend on this one. Untie them first.
portal-register-questions = There are more questions to what you entered. Please answer them before you register.
portal-questions-update = Update the questions
portal-answers = Your answers
portal-answers-of-order = Answers for the order
portal-answers-lead = Beside each question you read what we need the answer for and when we delete it.
portal-answers-none = We have nothing else to ask at the moment.
portal-answers-missing = Still missing: { $questions }.
portal-answers-change = See and change the answers
portal-answers-save = Save the answers
portal-answers-saved = Your answers are saved.
portal-answers-same = There was nothing to change.
portal-answers-more = Something else belongs to your answers. Please look at the new questions, then save.
portal-answers-closed = Can no longer be changed
portal-answers-of-people = Answers that are still missing
portal-answers-of-people-how = Each person adds them on their own page. The link is in their mail.
portal-answers-file-hint = PDF, PNG or JPEG, 5 MB at most.
portal-answers-file-send = Upload
portal-answers-file-remove = Delete the file
portal-answers-file-removed = The file is deleted.
