<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>Connection</name>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeText</name>
    <message numerus="yes">
        <source>Conflicts, %n open</source>
        <translation>
            <numerusform>Conflicts, %n open</numerusform>
            <numerusform>Conflicts, %n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not saved: %n left</source>
        <translation>
            <numerusform>Not saved: %n left</numerusform>
            <numerusform>Not saved: %n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Needs your choice – %n left</source>
        <translation>
            <numerusform>Needs your choice – %n left</numerusform>
            <numerusform>Needs your choice – %n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merged automatically – %n</source>
        <translation>
            <numerusform>Merged automatically – %n</numerusform>
            <numerusform>Merged automatically – %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What differs inside – %n</source>
        <translation>
            <numerusform>What differs inside – %n</numerusform>
            <numerusform>What differs inside – %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unchanged – %n</source>
        <translation>
            <numerusform>Unchanged – %n</numerusform>
            <numerusform>Unchanged – %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 changed %n field(s) on this computer %2.</source>
        <translation>
            <numerusform>%1 changed %n field on this computer %2.</numerusform>
            <numerusform>%1 changed %n fields on this computer %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>We do not know who changed %n field(s) in %1; the change came %2.</source>
        <translation>
            <numerusform>We do not know who changed %n field in %1; the change came %2.</numerusform>
            <numerusform>We do not know who changed %n fields in %1; the change came %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 changed %n field(s) in %2 %3.</source>
        <translation>
            <numerusform>%1 changed %n field in %2 %3.</numerusform>
            <numerusform>%1 changed %n fields in %2 %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) do not clash and are merged already.</source>
        <translation>
            <numerusform>%n change does not clash and is merged already.</numerusform>
            <numerusform>%n changes do not clash and are merged already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n choice(s) are yours.</source>
        <translation>
            <numerusform>%n choice is yours.</numerusform>
            <numerusform>%n choices are yours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirmed. %n left</source>
        <translation>
            <numerusform>Confirmed. %n left</numerusform>
            <numerusform>Confirmed. %n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chosen: %1. %n left</source>
        <translation>
            <numerusform>Chosen: %1. %n left</numerusform>
            <numerusform>Chosen: %1. %n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One row now. %n left</source>
        <translation>
            <numerusform>One row now. %n left</numerusform>
            <numerusform>One row now. %n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Two rows now. %n left</source>
        <translation>
            <numerusform>Two rows now. %n left</numerusform>
            <numerusform>Two rows now. %n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same for %n s&amp;imilar …</source>
        <translation>
            <numerusform>The same for %n s&amp;imilar …</numerusform>
            <numerusform>The same for %n s&amp;imilar …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deciding %n conflict(s) …</source>
        <translation>
            <numerusform>Deciding %n conflict …</numerusform>
            <numerusform>Deciding %n conflicts …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) decided alike.</source>
        <translation>
            <numerusform>%n conflict decided alike.</numerusform>
            <numerusform>%n conflicts decided alike.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) are open again.</source>
        <translation>
            <numerusform>%n conflict is open again.</numerusform>
            <numerusform>%n conflicts are open again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Decide %n conflict(s)</source>
        <translation>
            <numerusform>&amp;Decide %n conflict</numerusform>
            <numerusform>&amp;Decide %n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was changed again in %1 %2, and on this computer %3: %n choice(s) are open because of it. Your other choices are kept.</source>
        <translation>
            <numerusform>It was changed again in %1 %2, and on this computer %3: %n choice is open because of it. Your other choices are kept.</numerusform>
            <numerusform>It was changed again in %1 %2, and on this computer %3: %n choices are open because of it. Your other choices are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was changed again on this computer %1: %n choice(s) are open because of it. Your other choices are kept.</source>
        <translation>
            <numerusform>It was changed again on this computer %1: %n choice is open because of it. Your other choices are kept.</numerusform>
            <numerusform>It was changed again on this computer %1: %n choices are open because of it. Your other choices are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was changed again in %1 %2: %n choice(s) are open because of it. Your other choices are kept.</source>
        <translation>
            <numerusform>It was changed again in %1 %2: %n choice is open because of it. Your other choices are kept.</numerusform>
            <numerusform>It was changed again in %1 %2: %n choices are open because of it. Your other choices are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was changed again in another system: %n choice(s) are open because of it. Your other choices are kept.</source>
        <translation>
            <numerusform>It was changed again in another system: %n choice is open because of it. Your other choices are kept.</numerusform>
            <numerusform>It was changed again in another system: %n choices are open because of it. Your other choices are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was changed again since you chose: %n choice(s) are open because of it. Your other choices are kept.</source>
        <translation>
            <numerusform>It was changed again since you chose: %n choice is open because of it. Your other choices are kept.</numerusform>
            <numerusform>It was changed again since you chose: %n choices are open because of it. Your other choices are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was changed again since you chose: %n choice(s) of yours do not fit any more. Your other choices are kept.</source>
        <translation>
            <numerusform>It was changed again since you chose: %n choice of yours does not fit any more. Your other choices are kept.</numerusform>
            <numerusform>It was changed again since you chose: %n choices of yours do not fit any more. Your other choices are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left to choose before it can be saved.</source>
        <translation>
            <numerusform>%n choice left before it can be saved.</numerusform>
            <numerusform>%n choices left before it can be saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saving queues %n request(s).</source>
        <translation>
            <numerusform>Saving queues %n request.</numerusform>
            <numerusform>Saving queues %n requests.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them cannot be sent yet, see below.</source>
        <translation>
            <numerusform>%n of them cannot be sent yet, see below.</numerusform>
            <numerusform>%n of them cannot be sent yet, see below.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SieSummary</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln imported</source>
        <translation>
            <numerusform>%Ln imported</numerusform>
            <numerusform>%Ln imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln there already</source>
        <translation>
            <numerusform>%Ln there already</numerusform>
            <numerusform>%Ln there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln there with other values, kept as they are</source>
        <translation>
            <numerusform>%Ln there with other values, kept as it is</numerusform>
            <numerusform>%Ln there with other values, kept as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n change waiting</numerusform>
            <numerusform>%n changes waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Syncing · %n change(s) received</source>
        <translation>
            <numerusform>Syncing · %n change received</numerusform>
            <numerusform>Syncing · %n changes received</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not accepted – show</source>
        <translation>
            <numerusform>%n change not accepted – show</numerusform>
            <numerusform>%n changes not accepted – show</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) left for you to decide on. Last exchange with %1: %2.</source>
        <translation>
            <numerusform>%n change left for you to decide on. Last exchange with %1: %2.</numerusform>
            <numerusform>%n changes left for you to decide on. Last exchange with %1: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frost::DecisionModel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frost::DraftBanner</name>
    <message numerus="yes">
        <source>%n record(s) closed before being saved, kept as draft(s).</source>
        <translation>
            <numerusform>%n record closed before being saved, kept as draft.</numerusform>
            <numerusform>%n records closed before being saved, kept as drafts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) left half-typed when Frost was last closed. Nothing is lost.</source>
        <translation>
            <numerusform>%n record left half-typed when Frost was last closed. Nothing is lost.</numerusform>
            <numerusform>%n records left half-typed when Frost was last closed. Nothing is lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frost::Footer</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frost::RecordsPage</name>
    <message numerus="yes">
        <source>%Ln record(s) deleted.</source>
        <translation>
            <numerusform>%Ln record deleted.</numerusform>
            <numerusform>%Ln records deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) not deleted.</source>
        <translation>
            <numerusform>%Ln record not deleted.</numerusform>
            <numerusform>%Ln records not deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frost::SieImportDialog</name>
    <message numerus="yes">
        <source>%Ln record(s) were imported and stay. Importing the file again adds what is missing.</source>
        <translation>
            <numerusform>%Ln record were imported and stay. Importing the file again adds what is missing.</numerusform>
            <numerusform>%Ln records were imported and stay. Importing the file again adds what is missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frost::StatusBanners</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
</context>
</TS>
