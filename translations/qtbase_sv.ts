<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-FileCopyrightText: 2026 Frost contributors -->
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- What Qt itself says and Debian's Qt has no Swedish for (buttons, context menus, keys). Not made by lupdate. -->
<TS version="2.1" language="sv_SE" sourcelanguage="en">
<context><name>QPlatformTheme</name>
<message><source>OK</source><translation>OK</translation></message>
<message><source>Save</source><translation>Spara</translation></message>
<message><source>Save All</source><translation>Spara alla</translation></message>
<message><source>Open</source><translation>Öppna</translation></message>
<message><source>&amp;Yes</source><translation>&amp;Ja</translation></message>
<message><source>Yes to &amp;All</source><translation>Ja till &amp;alla</translation></message>
<message><source>&amp;No</source><translation>&amp;Nej</translation></message>
<message><source>N&amp;o to All</source><translation>Nej till a&amp;lla</translation></message>
<message><source>Abort</source><translation>Avbryt</translation></message>
<message><source>Retry</source><translation>Försök igen</translation></message>
<message><source>Ignore</source><translation>Ignorera</translation></message>
<message><source>Close</source><translation>Stäng</translation></message>
<message><source>Cancel</source><translation>Avbryt</translation></message>
<message><source>Discard</source><translation>Förkasta</translation></message>
<message><source>Help</source><translation>Hjälp</translation></message>
<message><source>Apply</source><translation>Verkställ</translation></message>
<message><source>Reset</source><translation>Återställ</translation></message>
<message><source>Restore Defaults</source><translation>Återställ standardvärden</translation></message>
</context>
<context><name>QLineEdit</name>
<message><source>&amp;Undo</source><translation>&amp;Ångra</translation></message>
<message><source>&amp;Redo</source><translation>&amp;Gör om</translation></message>
<message><source>Cu&amp;t</source><translation>Klipp &amp;ut</translation></message>
<message><source>&amp;Copy</source><translation>&amp;Kopiera</translation></message>
<message><source>&amp;Paste</source><translation>Klistra &amp;in</translation></message>
<message><source>Delete</source><translation>Ta bort</translation></message>
<message><source>Select All</source><translation>Markera allt</translation></message>
</context>
<context><name>QWidgetTextControl</name>
<message><source>&amp;Undo</source><translation>&amp;Ångra</translation></message>
<message><source>&amp;Redo</source><translation>&amp;Gör om</translation></message>
<message><source>Cu&amp;t</source><translation>Klipp &amp;ut</translation></message>
<message><source>&amp;Copy</source><translation>&amp;Kopiera</translation></message>
<message><source>Copy &amp;Link Location</source><translation>Kopiera &amp;länk</translation></message>
<message><source>&amp;Paste</source><translation>Klistra &amp;in</translation></message>
<message><source>Delete</source><translation>Ta bort</translation></message>
<message><source>Select All</source><translation>Markera allt</translation></message>
</context>
<context><name>QAbstractSpinBox</name>
<message><source>&amp;Select All</source><translation>&amp;Markera allt</translation></message>
<message><source>&amp;Step up</source><translation>Öka &amp;ett steg</translation></message>
<message><source>Step &amp;down</source><translation>&amp;Minska ett steg</translation></message>
</context>
<context><name>QMessageBox</name>
<message><source>Show Details...</source><translation>Visa detaljer …</translation></message>
<message><source>Hide Details...</source><translation>Dölj detaljer …</translation></message>
<message><source>OK</source><translation>OK</translation></message>
<message><source>Help</source><translation>Hjälp</translation></message>
</context>
<context><name>QFileDialog</name>
<message><source>Look in:</source><translation>Sök i:</translation></message>
<message><source>Files of type:</source><translation>Filtyp:</translation></message>
<message><source>File &amp;name:</source><translation>Fil&amp;namn:</translation></message>
<message><source>Directory:</source><translation>Mapp:</translation></message>
<message><source>&amp;Open</source><translation>Ö&amp;ppna</translation></message>
<message><source>&amp;Save</source><translation>&amp;Spara</translation></message>
<message><source>&amp;Choose</source><translation>&amp;Välj</translation></message>
<message><source>Open</source><translation>Öppna</translation></message>
<message><source>Save As</source><translation>Spara som</translation></message>
<message><source>Find Directory</source><translation>Sök mapp</translation></message>
<message><source>All Files (*)</source><translation>Alla filer (*)</translation></message>
<message><source>Back</source><translation>Bakåt</translation></message>
<message><source>Forward</source><translation>Framåt</translation></message>
<message><source>Parent Directory</source><translation>Överordnad mapp</translation></message>
<message><source>Go back</source><translation>Gå bakåt</translation></message>
<message><source>Go forward</source><translation>Gå framåt</translation></message>
<message><source>Go to the parent directory</source><translation>Gå till överordnad mapp</translation></message>
<message><source>Create New Folder</source><translation>Skapa ny mapp</translation></message>
<message><source>Create a New Folder</source><translation>Skapa en ny mapp</translation></message>
<message><source>List View</source><translation>Listvy</translation></message>
<message><source>Detail View</source><translation>Detaljvy</translation></message>
<message><source>Change to list view mode</source><translation>Visa som lista</translation></message>
<message><source>Change to detail view mode</source><translation>Visa med detaljer</translation></message>
<message><source>&amp;Rename</source><translation>&amp;Byt namn</translation></message>
<message><source>&amp;Delete</source><translation>&amp;Ta bort</translation></message>
<message><source>Show &amp;hidden files</source><translation>Visa &amp;dolda filer</translation></message>
<message><source>&amp;New Folder</source><translation>&amp;Ny mapp</translation></message>
<message><source>New Folder</source><translation>Ny mapp</translation></message>
<message><source>Recent Places</source><translation>Senaste platser</translation></message>
<message><source>Remove</source><translation>Ta bort</translation></message>
<message><source>My Computer</source><translation>Den här datorn</translation></message>
<message><source>Drive</source><translation>Enhet</translation></message>
<message><source>Unknown</source><translation>Okänd</translation></message>
<message><source>%1
File not found.
Please verify the correct file name was given.</source><translation>%1
Filen finns inte.
Kontrollera filnamnet.</translation></message>
<message><source>%1 already exists.
Do you want to replace it?</source><translation>%1 finns redan.
Vill du ersätta den?</translation></message>
</context>
<context><name>QFileSystemModel</name>
<message><source>Name</source><translation>Namn</translation></message>
<message><source>Size</source><translation>Storlek</translation></message>
<message><source>Kind</source><translation>Typ</translation></message>
<message><source>Type</source><translation>Typ</translation></message>
<message><source>Date Modified</source><translation>Ändrad</translation></message>
<message><source>Computer</source><translation>Dator</translation></message>
<message><source>My Computer</source><translation>Den här datorn</translation></message>
<message><source>%1 bytes</source><translation>%1 byte</translation></message>
<message><source>%1 byte(s)</source><translation>%1 byte</translation></message>
</context>
<context><name>QShortcut</name>
<message><source>Space</source><translation>Mellanslag</translation></message>
<message><source>Esc</source><translation>Esc</translation></message>
<message><source>Tab</source><translation>Tab</translation></message>
<message><source>Backspace</source><translation>Backsteg</translation></message>
<message><source>Return</source><translation>Retur</translation></message>
<message><source>Enter</source><translation>Enter</translation></message>
<message><source>Ins</source><translation>Ins</translation></message>
<message><source>Del</source><translation>Del</translation></message>
<message><source>Home</source><translation>Home</translation></message>
<message><source>End</source><translation>End</translation></message>
<message><source>Left</source><translation>Vänster</translation></message>
<message><source>Up</source><translation>Upp</translation></message>
<message><source>Right</source><translation>Höger</translation></message>
<message><source>Down</source><translation>Ned</translation></message>
<message><source>PgUp</source><translation>PgUp</translation></message>
<message><source>PgDown</source><translation>PgDn</translation></message>
<message><source>Ctrl</source><translation>Ctrl</translation></message>
<message><source>Shift</source><translation>Skift</translation></message>
<message><source>Alt</source><translation>Alt</translation></message>
<message><source>Meta</source><translation>Meta</translation></message>
</context>
<context><name>QDialogButtonBox</name>
<message><source>OK</source><translation>OK</translation></message>
</context>
<context><name>QScrollBar</name>
<message><source>Scroll here</source><translation>Rulla hit</translation></message>
<message><source>Top</source><translation>Överst</translation></message>
<message><source>Bottom</source><translation>Nederst</translation></message>
<message><source>Left edge</source><translation>Vänsterkant</translation></message>
<message><source>Right edge</source><translation>Högerkant</translation></message>
<message><source>Page up</source><translation>Sida upp</translation></message>
<message><source>Page down</source><translation>Sida ned</translation></message>
<message><source>Page left</source><translation>Sida vänster</translation></message>
<message><source>Page right</source><translation>Sida höger</translation></message>
<message><source>Scroll up</source><translation>Rulla upp</translation></message>
<message><source>Scroll down</source><translation>Rulla ned</translation></message>
<message><source>Scroll left</source><translation>Rulla vänster</translation></message>
<message><source>Scroll right</source><translation>Rulla höger</translation></message>
</context>
<context><name>QComboBox</name>
<message><source>Open the combo box selection popup</source><translation>Öppna listan</translation></message>
<message><source>False</source><translation>Falskt</translation></message>
<message><source>True</source><translation>Sant</translation></message>
</context>
<context><name>QTabBar</name>
<message><source>Scroll Left</source><translation>Rulla vänster</translation></message>
<message><source>Scroll Right</source><translation>Rulla höger</translation></message>
</context>
<context><name>QUndoStack</name>
<message><source>Undo %1</source><translation>Ångra %1</translation></message>
<message><source>Undo</source><translation>Ångra</translation></message>
<message><source>Redo %1</source><translation>Gör om %1</translation></message>
<message><source>Redo</source><translation>Gör om</translation></message>
</context>
</TS>
