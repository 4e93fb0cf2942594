# The words of mails that a congress says its own way
mail-texts = Mail texts
mail-texts-all = All mail texts
mail-texts-lead = Every mail that this congress sends: change what it says, or hold a kind back until you release it.
mail-text-kind = Mail
mail-text-own = Own text
mail-text-own-none = template
mail-text-in-de = German
mail-text-in-en = English
mail-text-subject = Subject { $n }
mail-text-preview = Line beside the subject { $n }
mail-text-piece = Text { $n }
mail-text-pieces = What the mail says
mail-text-pieces-note = The mail is put together from these texts, depending on what is true for the person. What you empty is left out. Placeholders such as { "{{ congress_name }}" } are filled in by the program, **two asterisks** make bold.
mail-text-said = This is what { $to } reads:
mail-text-other = { $count ->
    [one] One text for other cases
   *[other] { $count } texts for other cases
}
mail-text-original = Changed. The template says
mail-text-save = Save
mail-text-look = Look without saving
mail-text-trial = Send me a trial
mail-text-reset = Everything as in the template
mail-text-reset-one = As in the template again
mail-text-overtaken = Your version is still in the form. If you save once more, it holds instead of the other; the other stays among the versions.
mail-text-orphans = Texts without a place
mail-text-orphans-note = The template is worded anew in these places. What you had written for them is no longer in the mail. Take over what still fits; it is dropped when you save next.
mail-text-orphan-before = Template before:
mail-text-orphan-own = Your text:
mail-text-look-title = As somebody gets it
mail-text-as = Mail to
mail-text-nobody = No such mail went to anybody yet. Once there is one, you see here what it looks like and can send yourself a trial.
mail-text-secret = The link in this mail is only for the person who gets it. So nobody else sees it, not even as a trial.
mail-text-look-saved = As it is saved. Codes and personal links are left out.
mail-text-look-typed = As it stands in the form. It is not saved yet.
mail-text-look-fault = The mail cannot be written for this person now: { $why }
mail-text-placeholders = Placeholders
mail-text-placeholders-note = These can be used everywhere in this mail. Others that stand in a text of the template hold only there.
mail-text-versions = Versions
mail-text-versions-none = Nothing changed yet: the template holds.
mail-text-versions-note = Opening an older version and saving it makes it the new one.
mail-text-version = Version { $n }, { $time }
mail-text-version-original = (as the template)
mail-text-fault-shape = The form no longer fits the program. Open the page again; copy what you have written before.
mail-text-fault-subject = A subject is missing.
mail-text-fault-long = This is too long. At most { $max } characters.
mail-text-fault-lines = Only one line is possible here.
mail-text-fault-syntax = A placeholder is not complete. It stands in double braces, for example { "{{ congress_name }}" }. Other signs with braces are not possible.
mail-text-fault-block = Lines across, blocks of code and HTML are not possible here: what follows would lose its place.
mail-text-fault-unknown = There is no placeholder “{ $name }” in this text.
mail-text-fault-link = The link { "{{" } { $name } { "}}" } must stay.
mail-kind-hold = Hold back
mail-kind-resume = Hold back no longer
mail-kind-held = held back
mail-kind-goes = goes out
mail-kind-count = { $count ->
    [one] 1 mail waits for its release
   *[other] { $count } mails wait for their release
}
mail-kind-held-title = These mails are held back
mail-kind-held-note = They are written and wait in the outbox until somebody releases them.
mail-kind-flash-held = Such mails are held back from now on.
mail-kind-flash-resumed = Such mails go out again from now on. What is held waits in the outbox for its release.
post-kind-post-trial = Trial of a mail text
post-trial-subject = Trial: { $subject }
post-delivery-reworded = The own text could not be filled in, the template holds:
post-error-changed = Somebody else saved meanwhile.
desk-audit-mail-text-saved = Mail text changed: { $what }
desk-audit-mail-kind-held = Mails held back: { $what }
desk-audit-mail-kind-resumed = Mails no longer held back: { $what }
