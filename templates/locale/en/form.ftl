# Two people at the same thing.

form-seen-title = Somebody has changed this meanwhile
form-seen-by = { $name } saved it on { $time }, while you were writing. Nothing has been overwritten yet.
form-seen-changed = It was saved while you were writing. Nothing has been overwritten yet.
form-seen-same = Your entries say the same as what is saved.
form-seen-theirs = Saved now:
form-seen-yours = Your entry:
form-seen-empty = (empty)
form-seen-next = Your entries are still in the form. Check them and save once more: what stands there then holds.
form-seen-take-theirs = Drop my entries and show what is saved
form-stale = Somebody else has changed this meanwhile. Please load the page again and see what holds now.
