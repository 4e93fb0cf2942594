# Two people at the same thing.

form-seen-title = Somebody has changed this in the meantime
form-seen-by = { $name } saved it on { $time }, while you were editing. Nothing has been overwritten yet.
form-seen-changed = It was saved while you were editing. Nothing has been overwritten yet.
form-seen-same = Your entries are the same as what was saved.
form-seen-theirs = Saved now:
form-seen-yours = Your entry:
form-seen-empty = (empty)
form-seen-next = Your entries are still in the form. Check them and save again: what is in the form then applies.
form-seen-take-theirs = Discard my entries and show what was saved
form-stale = Somebody else has changed this in the meantime. Please reload the page and check what applies now.
