"""One function for each thing a person can do: read this first.

scan         scan.scan(paths, today=...)                      statements in, subscriptions out; nothing is kept
add          adding.add(home, paths)                          keeps statements, receipts and lists
list, show   subscriptions.subscriptions(home), .show(...)    what is kept, with what the person said of it
confirm ...  subscriptions.confirm, .dismiss, .edit, .merge, .split, .undo, .new
rights       rights.rights_of(case, today=...), case_of_named(home, name), rights_of_lines(...)
provider     directory.describe_provider(name, today=...)     what the directory knows, with sources and dates
screen       guides.screen_files(...), screen_lines(...)      contacts in any text, with verdicts
guide        guides.clean_guide(...)                          somebody's guide without planted contacts
cancel       cases.open_for(home, name)                       opens a case, with the official way
case         cases.view, .record, .finish_step, .sent         where it stands, and what happened
             letters.write(home, case, kind)                  a message, complete; never sent
             evidence.attach_file, .verify                    seals an item; finds what was changed
             dossiers.write_dossier(home, case, target)       the proof as a folder or one file
watch        watch.watch(home), .settle_alarm                 what should not be there any more
dispute      disputes.dispute(home, alarm)                    a draft for the bank
calendar     notices.calendar(home), notices.notify(home)     what is due; each thing told once
notices      notices.standing_of(home), .send_again           what is not sent, or perhaps was sent twice
keep         keeping: export, backup, restore, forget         out, safe, back, gone
facts        facts: check, live check, import                 is the directory sound
demo         demo.tell()                                      the whole way on sample data

Each fetches from the outside (readers, facts, store), calls a pillar, and puts the result back. `Home` (homes.py) says
where the data lies and which day it is.
"""
