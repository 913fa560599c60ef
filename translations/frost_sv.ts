<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_SE" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Ny post</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Spara</translation>
    </message>
    <message>
        <source>&amp;Open company …</source>
        <translation>&amp;Öppna företag …</translation>
    </message>
    <message>
        <source>New &amp;company …</source>
        <translation>Nytt &amp;företag …</translation>
    </message>
    <message>
        <source>Connect to the company &amp;server …</source>
        <translation>&amp;Anslut till företagsservern …</translation>
    </message>
    <message>
        <source>&amp;Import SIE file …</source>
        <translation>&amp;Importera SIE-fil …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>A&amp;vsluta</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;Kopiera rader</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Ta bort</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Sök</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>Arbeta &amp;offline</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausa</translation>
    </message>
    <message>
        <source>&amp;Queue and history</source>
        <translation>&amp;Kö och historik</translation>
    </message>
    <message>
        <source>&amp;Conflicts …</source>
        <translation>Kon&amp;flikter …</translation>
    </message>
    <message>
        <source>Look of the &amp;system</source>
        <translation>Systemets &amp;utseende</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Ljust</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Mörkt</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Kortkommandon</translation>
    </message>
    <message>
        <source>&amp;About Frost</source>
        <translation>&amp;Om Frost</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Arkiv</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Redigera</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Visa</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hjälp</translation>
    </message>
    <message>
        <source>Synchr&amp;onise</source>
        <translation>S&amp;ynk</translation>
    </message>
    <message>
        <source>Sync &amp;now</source>
        <translation>Synka &amp;nu</translation>
    </message>
    <message>
        <source>Back &amp;up company …</source>
        <translation>Säkerhets&amp;kopiera företag …</translation>
    </message>
    <message>
        <source>&amp;Restore a backup …</source>
        <translation>Åters&amp;täll en säkerhetskopia …</translation>
    </message>
    <message>
        <source>&amp;Rules for conflicts …</source>
        <translation>&amp;Regler för konflikter …</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Company server</source>
        <translation>Företagsservern</translation>
    </message>
    <message>
        <source>the company server</source>
        <translation>företagsservern</translation>
    </message>
    <message>
        <source>company server</source>
        <translation>företagsservern</translation>
    </message>
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
            <numerusform>%n tim</numerusform>
            <numerusform>%n tim</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>the server answered with a failure.</source>
        <translation>servern svarade med ett fel.</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Customer</source>
        <translation>Kund</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunder</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Leverantör</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>Leverantörer</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artiklar</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konton</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Faktura</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Fakturor</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Betalning</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Betalningar</translation>
    </message>
    <message>
        <source>Supplier invoice</source>
        <translation>Leverantörsfaktura</translation>
    </message>
    <message>
        <source>Supplier invoices</source>
        <translation>Leverantörsfakturor</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>Verifikation</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>Verifikationer</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Cost centre</source>
        <translation>Kostnadsställe</translation>
    </message>
    <message>
        <source>Cost centres</source>
        <translation>Kostnadsställen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>Ordernr</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Totalt</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adress</translation>
    </message>
    <message>
        <source>Address, line 2</source>
        <translation>Adress, rad 2</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Belopp</translation>
    </message>
    <message>
        <source>Article no.</source>
        <translation>Artikelnr</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Saldo</translation>
    </message>
    <message>
        <source>Bankgiro</source>
        <translation>Bankgiro</translation>
    </message>
    <message>
        <source>BIC</source>
        <translation>BIC</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Bokförd</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Makulerad</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kod</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Skapad</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Kredit</translation>
    </message>
    <message>
        <source>Credits invoice</source>
        <translation>Krediterar faktura</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Valuta</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Valutakurs</translation>
    </message>
    <message>
        <source>Customer no.</source>
        <translation>Kundnr</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Debet</translation>
    </message>
    <message>
        <source>Delivery date</source>
        <translation>Leveransdatum</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beskrivning</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Dimensioner</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Discount in</source>
        <translation>Rabatt i</translation>
    </message>
    <message>
        <source>Invoice no.</source>
        <translation>Fakturanr</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Förfallodatum</translation>
    </message>
    <message>
        <source>EAN</source>
        <translation>EAN</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-post</translation>
    </message>
    <message>
        <source>End date</source>
        <translation>Slutdatum</translation>
    </message>
    <message>
        <source>External reference</source>
        <translation>Extern referens</translation>
    </message>
    <message>
        <source>Financial year</source>
        <translation>Räkenskapsår</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>IBAN</translation>
    </message>
    <message>
        <source>Invoice date</source>
        <translation>Fakturadatum</translation>
    </message>
    <message>
        <source>E-mail for invoices</source>
        <translation>E-post för fakturor</translation>
    </message>
    <message>
        <source>Supplier&apos;s invoice no.</source>
        <translation>Leverantörens fakturanr</translation>
    </message>
    <message>
        <source>Mode of payment</source>
        <translation>Betalningssätt</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anteckning</translation>
    </message>
    <message>
        <source>OCR</source>
        <translation>OCR</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>Ingående balans</translation>
    </message>
    <message>
        <source>Order date</source>
        <translation>Orderdatum</translation>
    </message>
    <message>
        <source>Organisation no.</source>
        <translation>Organisationsnr</translation>
    </message>
    <message>
        <source>Our reference</source>
        <translation>Vår referens</translation>
    </message>
    <message>
        <source>Payment date</source>
        <translation>Betalningsdatum</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Plusgiro</source>
        <translation>Plusgiro</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Pris</translation>
    </message>
    <message>
        <source>Purchase price</source>
        <translation>Inköpspris</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Antal</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Öresavrundning</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
    <message>
        <source>Sales account</source>
        <translation>Försäljningskonto</translation>
    </message>
    <message>
        <source>Sales price</source>
        <translation>Försäljningspris</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Skickad</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>SRU code</source>
        <translation>SRU-kod</translation>
    </message>
    <message>
        <source>Start date</source>
        <translation>Startdatum</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Lagersaldo</translation>
    </message>
    <message>
        <source>Supplier no.</source>
        <translation>Leverantörsnr</translation>
    </message>
    <message>
        <source>Terms of payment (days)</source>
        <translation>Betalningsvillkor (dagar)</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Enhet</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Ändrad</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>Ändrad av</translation>
    </message>
    <message>
        <source>VAT %</source>
        <translation>Moms %</translation>
    </message>
    <message>
        <source>VAT code</source>
        <translation>Momskod</translation>
    </message>
    <message>
        <source>Prices include VAT</source>
        <translation>Priser inkl. moms</translation>
    </message>
    <message>
        <source>VAT no.</source>
        <translation>Momsreg.nr</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>Moms</translation>
    </message>
    <message>
        <source>VAT type</source>
        <translation>Momstyp</translation>
    </message>
    <message>
        <source>Your reference</source>
        <translation>Er referens</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postnr</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Företag</translation>
    </message>
    <message>
        <source>Private person</source>
        <translation>Privatperson</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Vara</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Tjänst</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Procent</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Tillagd</translation>
    </message>
    <message>
        <source>Registration date</source>
        <translation>Registreringsdatum</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Struck rows</source>
        <translation>Strukna rader</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Tillgång</translation>
    </message>
    <message>
        <source>Liability</source>
        <translation>Skuld</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kostnad</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>Intäkt</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkter</translation>
    </message>
    <message>
        <source>Stock level</source>
        <translation>Lagersaldo</translation>
    </message>
    <message>
        <source>Stock levels</source>
        <translation>Lagersaldon</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Klient</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Klienter</translation>
    </message>
    <message>
        <source>Pet</source>
        <translation>Djur</translation>
    </message>
    <message>
        <source>Pets</source>
        <translation>Djur</translation>
    </message>
    <message>
        <source>Practitioner</source>
        <translation>Behandlare</translation>
    </message>
    <message>
        <source>Practitioners</source>
        <translation>Behandlare</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Bokning</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Bokningar</translation>
    </message>
    <message>
        <source>Clinical note</source>
        <translation>Journalanteckning</translation>
    </message>
    <message>
        <source>Clinical notes</source>
        <translation>Journalanteckningar</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>I lager</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>Allergier</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Bedömning</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Streckkod</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Född</translation>
    </message>
    <message>
        <source>Breed</source>
        <translation>Ras</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Client no.</source>
        <translation>Klientnr</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Inventerat</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>Avlidet</translation>
    </message>
    <message>
        <source>Delivery address</source>
        <translation>Leveransadress</translation>
    </message>
    <message>
        <source>Delivery address, line 2</source>
        <translation>Leveransadress, rad 2</translation>
    </message>
    <message>
        <source>Delivery city</source>
        <translation>Leveransort</translation>
    </message>
    <message>
        <source>Delivery country</source>
        <translation>Leveransland</translation>
    </message>
    <message>
        <source>Deliver to</source>
        <translation>Levereras till</translation>
    </message>
    <message>
        <source>Delivery region</source>
        <translation>Leveransregion</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Leverans</translation>
    </message>
    <message>
        <source>Delivery postcode</source>
        <translation>Leveranspostnummer</translation>
    </message>
    <message>
        <source>Duration (min)</source>
        <translation>Längd (min)</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Förnamn</translation>
    </message>
    <message>
        <source>Heart rate</source>
        <translation>Hjärtfrekvens</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>På väg in</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Efternamn</translation>
    </message>
    <message>
        <source>Licence no.</source>
        <translation>Legitimationsnr</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Lagerplats</translation>
    </message>
    <message>
        <source>Microchip</source>
        <translation>Chipnummer</translation>
    </message>
    <message>
        <source>Neutered</source>
        <translation>Kastrerat</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Objektivt</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Ägare</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Betald</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>Betald den</translation>
    </message>
    <message>
        <source>Payment status</source>
        <translation>Betalningsstatus</translation>
    </message>
    <message>
        <source>Personal identity no.</source>
        <translation>Personnummer</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Reorder at</source>
        <translation>Beställningspunkt</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserverat</translation>
    </message>
    <message>
        <source>Respiratory rate</source>
        <translation>Andningsfrekvens</translation>
    </message>
    <message>
        <source>Reduced price</source>
        <translation>Nedsatt pris</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Kön</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signerad</translation>
    </message>
    <message>
        <source>Signed at</source>
        <translation>Signerad den</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Artikelnr (SKU)</translation>
    </message>
    <message>
        <source>Species</source>
        <translation>Djurslag</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Subjective</source>
        <translation>Subjektivt</translation>
    </message>
    <message>
        <source>Exempt from tax</source>
        <translation>Skattebefriad</translation>
    </message>
    <message>
        <source>Temperature (°C)</source>
        <translation>Temperatur (°C)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Rubrik</translation>
    </message>
    <message>
        <source>Keep stock</source>
        <translation>Lagerförs</translation>
    </message>
    <message>
        <source>Transaction reference</source>
        <translation>Transaktionsreferens</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variant</translation>
    </message>
    <message>
        <source>Variant of</source>
        <translation>Variant av</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Varumärke</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Vikt</translation>
    </message>
    <message>
        <source>Weight in</source>
        <translation>Vikt i</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Utkast</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Arkiverad</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Obetald</translation>
    </message>
    <message>
        <source>Partly paid</source>
        <translation>Delvis betald</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Återbetald</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Misslyckad</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Ej levererad</translation>
    </message>
    <message>
        <source>Partly delivered</source>
        <translation>Delvis levererad</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Levererad</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Returnerad</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Frakt</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Avgift</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Hona</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Hane</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Okänt</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Planerad</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bekräftad</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Genomförd</translation>
    </message>
    <message>
        <source>Called off</source>
        <translation>Avbokad</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Bokför</translation>
    </message>
    <message>
        <source>Mark as sent</source>
        <translation>Markera som skickad</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Makulera</translation>
    </message>
    <message>
        <source>Make a credit</source>
        <translation>Skapa kreditering</translation>
    </message>
    <message>
        <source>Closed period</source>
        <translation>Stängd period</translation>
    </message>
    <message>
        <source>Closed periods</source>
        <translation>Stängda perioder</translation>
    </message>
    <message>
        <source>Books closed up to and including</source>
        <translation>Bokföringen stängd till och med</translation>
    </message>
    <message>
        <source>Corrects voucher</source>
        <translation>Rättar verifikation</translation>
    </message>
    <message>
        <source>Correct the voucher</source>
        <translation>Rätta verifikationen</translation>
    </message>
    <message>
        <source>Bookkeeping</source>
        <translation>Bokföring</translation>
    </message>
    <message>
        <source>Web shop</source>
        <translation>Webbutik</translation>
    </message>
    <message>
        <source>Veterinary practice</source>
        <translation>Veterinärmottagning</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Offline-first bookkeeping</source>
        <translation>Bokföring som fungerar utan nätverk</translation>
    </message>
    <message>
        <source>Where companies are kept.</source>
        <translation>Mappen där företagen sparas.</translation>
    </message>
    <message>
        <source>Start with the example company.</source>
        <translation>Starta med exempelföretaget.</translation>
    </message>
    <message>
        <source>Open this company.</source>
        <translation>Öppna det här företaget.</translation>
    </message>
</context>
<context>
    <name>MergeText</name>
    <message>
        <source>&amp;Conflicts (%1)</source>
        <translation>&amp;Konflikter (%1)</translation>
    </message>
    <message numerus="yes">
        <source>Conflicts, %n open</source>
        <translation>
            <numerusform>Konflikter, %n olöst</numerusform>
            <numerusform>Konflikter, %n olösta</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter the conflicts</source>
        <translation>Filtrera konflikterna</translation>
    </message>
    <message>
        <source>all chosen</source>
        <translation>allt valt</translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n kvar</numerusform>
            <numerusform>%n kvar</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, severity %2, %3</source>
        <translation>%1, allvarlighetsgrad %2, %3</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Rad %1</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(tomt)</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nej</translation>
    </message>
    <message>
        <source>(deleted)</source>
        <translation>(borttagen)</translation>
    </message>
    <message>
        <source>(not known)</source>
        <translation>(okänt)</translation>
    </message>
    <message>
        <source>(as it was)</source>
        <translation>(som den var)</translation>
    </message>
    <message>
        <source>keep, as changed</source>
        <translation>behåll, som ändrad</translation>
    </message>
    <message>
        <source>as changed</source>
        <translation>som ändrad</translation>
    </message>
    <message>
        <source>(removed)</source>
        <translation>(borttagen)</translation>
    </message>
    <message>
        <source>(not there)</source>
        <translation>(finns inte)</translation>
    </message>
    <message>
        <source>(blank row)</source>
        <translation>(tom rad)</translation>
    </message>
    <message>
        <source>‹choose: %1›</source>
        <translation>‹välj: %1›</translation>
    </message>
    <message>
        <source>Result for %1</source>
        <translation>Resultat för %1</translation>
    </message>
    <message>
        <source>No conflicts. Everything is settled.</source>
        <translation>Inga konflikter. Allt är avgjort.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Not saved: %n left</source>
        <translation>
            <numerusform>Inte sparat: %n kvar</numerusform>
            <numerusform>Inte sparat: %n kvar</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved: see the message below the fields</source>
        <translation>Inte sparat: se meddelandet under fälten</translation>
    </message>
    <message>
        <source>Something looks wrong, see below. Save again if it is right.</source>
        <translation>Något ser inte rätt ut, se nedan. Spara igen om det stämmer.</translation>
    </message>
    <message>
        <source>Not saved: something looks wrong. Save again if it is right.</source>
        <translation>Inte sparat: något ser inte rätt ut. Spara igen om det stämmer.</translation>
    </message>
    <message>
        <source>Saved. It is sent with the next synchronisation.</source>
        <translation>Sparat. Det skickas vid nästa synkronisering.</translation>
    </message>
    <message>
        <source>%1 of %2 choices left</source>
        <translation>%1 av %2 val kvar</translation>
    </message>
    <message>
        <source>%1 · draft kept %2</source>
        <translation>%1 · utkast sparat %2</translation>
    </message>
    <message>
        <source>Conflicts – %1</source>
        <translation>Konflikter – %1</translation>
    </message>
    <message>
        <source>All other records keep synchronising.</source>
        <translation>Alla andra poster synkas som vanligt.</translation>
    </message>
    <message>
        <source>&amp;Later (Esc)</source>
        <translation>&amp;Senare (Esc)</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bekräftat</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>nyaste</translation>
    </message>
    <message>
        <source>%1 Check it before you save.</source>
        <translation>%1 Kontrollera innan du sparar.</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>These belong together and each side changed a part: %1. Check that they fit; Enter confirms.</source>
        <translation>De här hör ihop och sidorna har ändrat varsin del: %1. Kontrollera att de stämmer ihop; bekräfta med Enter.</translation>
    </message>
    <message>
        <source>%1: these belong together and each side changed a part: %2. Check that they fit; Enter confirms.</source>
        <translation>%1: de här hör ihop och sidorna har ändrat varsin del: %2. Kontrollera att de stämmer ihop; bekräfta med Enter.</translation>
    </message>
    <message>
        <source>%1 was changed in %2. Check it with the other party by another channel, such as a known phone number.</source>
        <translation>%1 ändrades i %2. Kontrollera med motparten via en annan kanal, till exempel ett känt telefonnummer.</translation>
    </message>
    <message>
        <source>New amount: neither you nor %1 has it.</source>
        <translation>Nytt belopp: finns varken hos dig eller i %1.</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Skiljer sig</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Olöst</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kontrollera</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Ändrat</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Oförändrat</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Valt</translation>
    </message>
    <message>
        <source>%1 [%2]</source>
        <translation>%1 [%2]</translation>
    </message>
    <message>
        <source>Your choices – all made</source>
        <translation>Dina val – alla gjorda</translation>
    </message>
    <message numerus="yes">
        <source>Needs your choice – %n left</source>
        <translation>
            <numerusform>Behöver ditt val – %n kvar</numerusform>
            <numerusform>Behöver ditt val – %n kvar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merged automatically – %n</source>
        <translation>
            <numerusform>Sammanslaget automatiskt – %n</numerusform>
            <numerusform>Sammanslaget automatiskt – %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What differs inside – %n</source>
        <translation>
            <numerusform>Skillnader i detalj – %n</numerusform>
            <numerusform>Skillnader i detalj – %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unchanged – %n</source>
        <translation>
            <numerusform>Oförändrat – %n</numerusform>
            <numerusform>Oförändrat – %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Base: %1</source>
        <translation>Ursprung: %1</translation>
    </message>
    <message>
        <source>My change: %1</source>
        <translation>Min ändring: %1</translation>
    </message>
    <message>
        <source>Result for %1: not chosen</source>
        <translation>Resultat för %1: inte valt</translation>
    </message>
    <message>
        <source>Result for %1: %2</source>
        <translation>Resultat för %1: %2</translation>
    </message>
    <message>
        <source>%1
Base: %2</source>
        <translation>%1
Ursprung: %2</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Fält</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Ursprung</translation>
    </message>
    <message>
        <source>My change</source>
        <translation>Min ändring</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Deras</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>All &amp;mine</source>
        <translation>Alla &amp;mina</translation>
    </message>
    <message>
        <source>All &amp;from %1</source>
        <translation>Alla &amp;från %1</translation>
    </message>
    <message>
        <source>&amp;Newest per field</source>
        <translation>&amp;Nyaste per fält</translation>
    </message>
    <message>
        <source>Gives each open field to the side that changed it last</source>
        <translation>Väljer för varje olöst fält den sida som ändrade det sist</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Ån&amp;gra</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Ångra: %1</translation>
    </message>
    <message>
        <source>&amp;Hide unchanged (%1)</source>
        <translation>Dölj &amp;oförändrade (%1)</translation>
    </message>
    <message>
        <source>Show unc&amp;hanged (%1)</source>
        <translation>Visa &amp;oförändrade (%1)</translation>
    </message>
    <message>
        <source>%1 – changes %2</source>
        <translation>%1 – ändrar %2</translation>
    </message>
    <message>
        <source>There is nothing left to choose.</source>
        <translation>Det finns inget kvar att välja.</translation>
    </message>
    <message>
        <source>We do not know when it was changed in %1.</source>
        <translation>Vi vet inte när det ändrades i %1.</translation>
    </message>
    <message>
        <source>We do not know when it was changed here.</source>
        <translation>Vi vet inte när det ändrades här.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock has not been compared with that of %1.</source>
        <translation>Den här datorns klocka har inte jämförts med klockan i %1.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock differs by more than two minutes from that of %1.</source>
        <translation>Den här datorns klocka skiljer sig mer än två minuter från klockan i %1.</translation>
    </message>
    <message>
        <source>%1 deleted it on this computer %2.</source>
        <translation>%1 tog bort den på den här datorn %2.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message numerus="yes">
        <source>%1 changed %n field(s) on this computer %2.</source>
        <translation>
            <numerusform>%1 ändrade %n uppgift på den här datorn %2.</numerusform>
            <numerusform>%1 ändrade %n uppgifter på den här datorn %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was deleted in %1; we do not know by whom. We heard of it %2.</source>
        <translation>Den togs bort i %1; vi vet inte av vem. Borttagningen kom %2.</translation>
    </message>
    <message>
        <source>%1 deleted it in %2 %3.</source>
        <translation>%1 tog bort den i %2 %3.</translation>
    </message>
    <message numerus="yes">
        <source>We do not know who changed %n field(s) in %1; the change came %2.</source>
        <translation>
            <numerusform>Vi vet inte vem som ändrade %n uppgift i %1; ändringen kom %2.</numerusform>
            <numerusform>Vi vet inte vem som ändrade %n uppgifter i %1; ändringen kom %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 changed %n field(s) in %2 %3.</source>
        <translation>
            <numerusform>%1 ändrade %n uppgift i %2 %3.</numerusform>
            <numerusform>%1 ändrade %n uppgifter i %2 %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep it, or delete it?</source>
        <translation>Behålla eller ta bort?</translation>
    </message>
    <message>
        <source>It is marked &quot;%1&quot; and is taken as a whole: a correction is a separate entry.</source>
        <translation>Posten är märkt ”%1” och hanteras som en helhet: en rättelse görs som en egen post.</translation>
    </message>
    <message>
        <source>It is taken as a whole, never a mix of both.</source>
        <translation>Posten hanteras som en helhet, aldrig som en blandning av båda.</translation>
    </message>
    <message>
        <source>What both sides agreed on before is not known; so nothing is merged by itself.</source>
        <translation>Det tidigare gemensamma innehållet är inte känt; därför slås inget samman automatiskt.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) do not clash and are merged already.</source>
        <translation>
            <numerusform>%n ändring krockar inte och är redan sammanslagen.</numerusform>
            <numerusform>%n ändringar krockar inte och är redan sammanslagna.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n choice(s) are yours.</source>
        <translation>
            <numerusform>%n val måste du göra själv.</numerusform>
            <numerusform>%n val måste du göra själv.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is decided.</source>
        <translation>Allt är avgjort.</translation>
    </message>
    <message>
        <source>Nothing is sent until you press %1.</source>
        <translation>Inget skickas förrän du trycker på %1.</translation>
    </message>
    <message>
        <source>Save and next</source>
        <translation>Spara och nästa</translation>
    </message>
    <message>
        <source>Fields of the merge</source>
        <translation>Sammanslagningens fält</translation>
    </message>
    <message numerus="yes">
        <source>Confirmed. %n left</source>
        <translation>
            <numerusform>Bekräftat. %n kvar</numerusform>
            <numerusform>Bekräftat. %n kvar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chosen: %1. %n left</source>
        <translation>
            <numerusform>Vald: %1. %n kvar</numerusform>
            <numerusform>Vald: %1. %n kvar</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Välj: %1</translation>
    </message>
    <message>
        <source>Confirm both changes</source>
        <translation>Bekräfta båda ändringarna</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Spärrande</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hög</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medel</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Låg</translation>
    </message>
    <message>
        <source>no choice</source>
        <translation>inget val</translation>
    </message>
    <message>
        <source>base</source>
        <translation>ursprung</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>min</translation>
    </message>
    <message>
        <source>both</source>
        <translation>båda</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>ändrad</translation>
    </message>
    <message>
        <source>at an unknown time</source>
        <translation>vid okänd tidpunkt</translation>
    </message>
    <message>
        <source>d MMMM HH:mm</source>
        <translation>&apos;den&apos; d MMMM &apos;kl.&apos; HH:mm</translation>
    </message>
    <message>
        <source>d MMMM yyyy HH:mm</source>
        <translation>&apos;den&apos; d MMMM yyyy &apos;kl.&apos; HH:mm</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Ta bort %1</translation>
    </message>
    <message>
        <source>Add %1: %2</source>
        <translation>Lägg till %1: %2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>Nothing is sent: %1 has this already.</source>
        <translation>Inget skickas: %1 har redan samma uppgifter.</translation>
    </message>
    <message>
        <source>Delete %1 in %2</source>
        <translation>Ta bort %1 i %2</translation>
    </message>
    <message>
        <source>Change %1 in %2</source>
        <translation>Ändra %1 i %2</translation>
    </message>
    <message>
        <source>Create %1 again in %2</source>
        <translation>Skapa %1 på nytt i %2</translation>
    </message>
    <message>
        <source>Not sent, because the other side has it so:</source>
        <translation>Skickas inte, eftersom den andra sidan redan har samma uppgifter:</translation>
    </message>
    <message>
        <source>%1: still to be chosen</source>
        <translation>%1: väntar på ditt val</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Det som skickas</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiera</translation>
    </message>
    <message>
        <source>Show &amp;JSON</source>
        <translation>Visa &amp;JSON</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>VAT %1 %</source>
        <translation>Moms %1 %</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Öresavrundning</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Att betala</translation>
    </message>
    <message>
        <source>waits for a choice</source>
        <translation>väntar på ditt val</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Summor</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Totals of base, mine, theirs and result</source>
        <translation>Summor för ursprung, min, deras och resultat</translation>
    </message>
    <message>
        <source>%1: you changed it from %2 to %3 on this computer %4.</source>
        <translation>%1: du ändrade från %2 till %3 på den här datorn %4.</translation>
    </message>
    <message>
        <source>%1: it was changed from %2 to %3 in %4; we do not know by whom. The change came %5.</source>
        <translation>%1: ändrades från %2 till %3 i %4; vi vet inte av vem. Ändringen kom %5.</translation>
    </message>
    <message>
        <source>%1: %2 changed it from %3 to %4 in %5 %6.</source>
        <translation>%1: %2 ändrade från %3 till %4 i %5 %6.</translation>
    </message>
    <message>
        <source>It was changed again meanwhile.</source>
        <translation>Den ändrades igen under tiden.</translation>
    </message>
    <message>
        <source>%1 was not saved: %2</source>
        <translation>%1 sparades inte: %2</translation>
    </message>
    <message>
        <source>&amp;Close (Esc)</source>
        <translation>&amp;Stäng (Esc)</translation>
    </message>
    <message>
        <source>&amp;Correct it: %1</source>
        <translation>&amp;Rätta: %1</translation>
    </message>
    <message>
        <source>Takes what is in %1, and makes a record that corrects it</source>
        <translation>Tar det som finns i %1 och gör en post som rättar det</translation>
    </message>
    <message>
        <source>It is marked &quot;%1&quot; in %2 and cannot be changed any more, only corrected by a record of its own. Your version stays in the history.</source>
        <translation>Den är märkt ”%1” i %2 och kan inte ändras längre, bara rättas med en egen post. Din version finns kvar i historiken.</translation>
    </message>
    <message>
        <source>Probable duplicate</source>
        <translation>Trolig dubblett</translation>
    </message>
    <message>
        <source>Probable duplicate: %1</source>
        <translation>Trolig dubblett: %1</translation>
    </message>
    <message>
        <source>mine alone; that of %1 goes</source>
        <translation>bara min; den i %1 tas bort</translation>
    </message>
    <message>
        <source>that of %1 alone; mine goes</source>
        <translation>bara den i %1; min tas bort</translation>
    </message>
    <message>
        <source>both rows stay</source>
        <translation>båda raderna är kvar</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>som förut</translation>
    </message>
    <message>
        <source>rows matched</source>
        <translation>rader matchade</translation>
    </message>
    <message>
        <source>match split</source>
        <translation>matchning delad</translation>
    </message>
    <message>
        <source>%1: you kept yours in %2 of %3 such cases.</source>
        <translation>%1: du behöll din i %2 av %3 sådana fall.</translation>
    </message>
    <message>
        <source>%1: you chose %4 in %2 of %3 such cases.</source>
        <translation>%1: du valde %4 i %2 av %3 sådana fall.</translation>
    </message>
    <message>
        <source>As &amp;before (%1)</source>
        <translation>Som &amp;förut (%1)</translation>
    </message>
    <message>
        <source>Chooses as you did in such cases before; the reasons are below the fields</source>
        <translation>Väljer som du gjort i sådana fall förut; skälen står under fälten</translation>
    </message>
    <message>
        <source>You added %1 on this computer %2.</source>
        <translation>Du lade till %1 på den här datorn %2.</translation>
    </message>
    <message>
        <source>%1 was added in %2; we do not know by whom. The change came %3.</source>
        <translation>%1 lades till i %2; vi vet inte av vem. Ändringen kom %3.</translation>
    </message>
    <message>
        <source>%1 added %2 in %3 %4.</source>
        <translation>%1 lade till %2 i %3 %4.</translation>
    </message>
    <message>
        <source>There is no row here that could be matched.</source>
        <translation>Här finns ingen rad som kan matchas.</translation>
    </message>
    <message numerus="yes">
        <source>One row now. %n left</source>
        <translation>
            <numerusform>Nu är det en rad. %n kvar</numerusform>
            <numerusform>Nu är det en rad. %n kvar</numerusform>
        </translation>
    </message>
    <message>
        <source>Only a row that both sides have can be split.</source>
        <translation>Bara en rad som båda sidor har kan delas.</translation>
    </message>
    <message numerus="yes">
        <source>Two rows now. %n left</source>
        <translation>
            <numerusform>Nu är det två rader. %n kvar</numerusform>
            <numerusform>Nu är det två rader. %n kvar</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep both rows</source>
        <translation>Behåll båda raderna</translation>
    </message>
    <message>
        <source>Keep my row alone</source>
        <translation>Behåll bara min rad</translation>
    </message>
    <message>
        <source>Keep the row of %1 alone</source>
        <translation>Behåll bara raden i %1</translation>
    </message>
    <message>
        <source>Match with …</source>
        <translation>Matcha med …</translation>
    </message>
    <message>
        <source>Split match</source>
        <translation>Dela matchning</translation>
    </message>
    <message>
        <source>both changes in one text</source>
        <translation>båda ändringarna i en text</translation>
    </message>
    <message>
        <source>Which row in %1 is the same as %2?</source>
        <translation>Vilken rad i %1 är samma som %2?</translation>
    </message>
    <message>
        <source>Which of my rows is the same as %1?</source>
        <translation>Vilken av mina rader är samma som %1?</translation>
    </message>
    <message>
        <source>%1 – looks alike</source>
        <translation>%1 – ser likadan ut</translation>
    </message>
    <message>
        <source>&amp;Match</source>
        <translation>&amp;Matcha</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Lägg till %1</translation>
    </message>
    <message>
        <source>R&amp;ules …</source>
        <translation>R&amp;egler …</translation>
    </message>
    <message>
        <source>What is decided without a question</source>
        <translation>Vad som avgörs utan fråga</translation>
    </message>
    <message>
        <source>From the next sync on it is decided so without a question. It can be taken back under &quot;Rules&quot;.</source>
        <translation>Från nästa synkronisering avgörs det så utan fråga. Det kan tas tillbaka under ”Regler”.</translation>
    </message>
    <message>
        <source>Always keep mine for: %1</source>
        <translation>Behåll alltid min för: %1</translation>
    </message>
    <message>
        <source>Always take that of %1 for: %2</source>
        <translation>Ta alltid det från %1 för: %2</translation>
    </message>
    <message>
        <source>Decided without a question</source>
        <translation>Avgörs utan fråga</translation>
    </message>
    <message>
        <source>Ask me &amp;again</source>
        <translation>Fråga mig &amp;igen</translation>
    </message>
    <message>
        <source>Where both sides changed one of these, this is what is taken. The audit trail tells each time.</source>
        <translation>Där båda sidor ändrat något av detta är det så det blir. Behandlingshistoriken berättar varje gång.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>Phone of customers</comment>
        <translation>%1 för %2</translation>
    </message>
    <message>
        <source>%1: always mine, before %2</source>
        <translation>%1: alltid mitt, före %2</translation>
    </message>
    <message>
        <source>%1: always that of %2</source>
        <translation>%1: alltid det från %2</translation>
    </message>
    <message>
        <source>%1: always the later one, of mine and that of %2</source>
        <translation>%1: alltid det senare, av mitt och det från %2</translation>
    </message>
    <message>
        <source>There is no rule about a single field.</source>
        <translation>Det finns ingen regel om ett enskilt fält.</translation>
    </message>
    <message>
        <source>Take mine</source>
        <translation>Ta min</translation>
    </message>
    <message>
        <source>Take that of %1</source>
        <translation>Ta den från %1</translation>
    </message>
    <message>
        <source>Choose what holds</source>
        <translation>Välj vad som ska gälla</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>system, person</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Tidigare: %1</translation>
    </message>
    <message>
        <source>%1: %2: %3</source>
        <comment>field: take mine: value</comment>
        <translation>%1: %2: %3</translation>
    </message>
    <message>
        <source>Something looks wrong, see below. Choose once more if it is right.</source>
        <translation>Något ser fel ut, se nedan. Välj en gång till om det stämmer.</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>Det finns inget att skicka.</translation>
    </message>
    <message>
        <source>It is sent with the next synchronisation.</source>
        <translation>Det skickas vid nästa synkronisering.</translation>
    </message>
    <message>
        <source>Decided: %1. %2</source>
        <translation>Avgjort: %1. %2</translation>
    </message>
    <message>
        <source>Undone. The conflict is open again.</source>
        <translation>Ångrat. Konflikten är öppen igen.</translation>
    </message>
    <message numerus="yes">
        <source>The same for %n s&amp;imilar …</source>
        <translation>
            <numerusform>Samma för %n l&amp;iknande …</numerusform>
            <numerusform>Samma för %n l&amp;iknande …</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows what the same choices make of other conflicts (%1)</source>
        <translation>Visar vad samma val gör av andra konflikter (%1)</translation>
    </message>
    <message numerus="yes">
        <source>Deciding %n conflict(s) …</source>
        <translation>
            <numerusform>Avgör %n konflikt …</numerusform>
            <numerusform>Avgör %n konflikter …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) decided alike.</source>
        <translation>
            <numerusform>%n konflikt avgjord likadant.</numerusform>
            <numerusform>%n konflikter avgjorda likadant.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not decided:</source>
        <translation>Inte avgjorda:</translation>
    </message>
    <message>
        <source>Undo &amp;all</source>
        <translation>Ångra &amp;alla</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) are open again.</source>
        <translation>
            <numerusform>%n konflikt är öppen igen.</numerusform>
            <numerusform>%n konflikter är öppna igen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not undone:</source>
        <translation>Inte ångrade:</translation>
    </message>
    <message>
        <source>The same for similar conflicts</source>
        <translation>Samma för liknande konflikter</translation>
    </message>
    <message>
        <source>%1. The same choice settles the conflicts below. Each is decided and kept in the history on its own; together they can be taken back until they are sent.</source>
        <translation>%1. Samma val avgör konflikterna nedan. Var och en avgörs och sparas i historiken för sig; tillsammans kan de ångras tills de har skickats.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Conflicts that are decided; the space bar ticks</source>
        <translation>Konflikter som avgörs; blanksteg bockar för</translation>
    </message>
    <message>
        <source>%1 (this one)</source>
        <translation>%1 (den här)</translation>
    </message>
    <message>
        <source>&amp;Tick none</source>
        <translation>Bocka &amp;av alla</translation>
    </message>
    <message>
        <source>&amp;Tick all</source>
        <translation>Bocka &amp;för alla</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Decide %n conflict(s)</source>
        <translation>
            <numerusform>Av&amp;gör %n konflikt</numerusform>
            <numerusform>Av&amp;gör %n konflikter</numerusform>
        </translation>
    </message>
    <message>
        <source>breaks a rule</source>
        <translation>bryter mot en regel</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Behåll båda</translation>
    </message>
    <message>
        <source>They are two records. The one in %1 keeps its number; yours gets a new one when it is sent.</source>
        <translation>De är två poster. Den i %1 behåller sitt nummer; din får ett nytt när den skickas.</translation>
    </message>
    <message>
        <source>They are two records. The one in %1 keeps its number; what is yours called?</source>
        <translation>De är två poster. Den i %1 behåller sitt nummer; vad ska din heta?</translation>
    </message>
    <message>
        <source>Keep &amp;both</source>
        <translation>Behåll &amp;båda</translation>
    </message>
    <message>
        <source>Keeps yours, and makes a record that corrects it</source>
        <translation>Behåller din och gör en post som rättar den</translation>
    </message>
    <message>
        <source>Keep &amp;both …</source>
        <translation>Behåll &amp;båda …</translation>
    </message>
    <message>
        <source>They are two records: yours gets another number</source>
        <translation>De är två poster: din får ett annat nummer</translation>
    </message>
    <message>
        <source>%1 Where they are two records with one number, keep both.</source>
        <translation>%1 Är de två poster med samma nummer, behåll båda.</translation>
    </message>
    <message>
        <source>Both have the same number, and never met before. Are they one record? If not, keep both.</source>
        <translation>Båda har samma nummer och har aldrig mötts förut. Är de en och samma post? Behåll annars båda.</translation>
    </message>
    <message>
        <source>It is marked &quot;%1&quot; in %2 and cannot be changed there any more, only corrected by a record of its own. What is in %3 stays in the history.</source>
        <translation>Den är märkt ”%1” i %2 och kan inte ändras där längre, bara rättas med en egen post. Det som finns i %3 finns kvar i historiken.</translation>
    </message>
    <message>
        <source>This weighs much: look at it before you tick it.</source>
        <translation>Det här väger tungt: titta på det innan du kryssar för det.</translation>
    </message>
    <message>
        <source>%1: you added it, with %2, on this computer %3.</source>
        <translation>%1: du lade till den, med %2, på den här datorn %3.</translation>
    </message>
    <message>
        <source>%1: you removed it on this computer %2.</source>
        <translation>%1: du tog bort den på den här datorn %2.</translation>
    </message>
    <message>
        <source>%1: %2 added it, with %3, in %4 %5.</source>
        <translation>%1: %2 lade till den, med %3, i %4 %5.</translation>
    </message>
    <message>
        <source>%1: it was added, with %2, in %3; we do not know by whom. The change came %4.</source>
        <translation>%1: lades till, med %2, i %3; vi vet inte av vem. Ändringen kom %4.</translation>
    </message>
    <message>
        <source>%1: %2 removed it in %3 %4.</source>
        <translation>%1: %2 tog bort den i %3 %4.</translation>
    </message>
    <message>
        <source>%1: it was removed in %2; we do not know by whom. The change came %3.</source>
        <translation>%1: togs bort i %2; vi vet inte av vem. Ändringen kom %3.</translation>
    </message>
    <message>
        <source>%1: only you have it, with %2. Whether it is new here or was removed in %3 is not known.</source>
        <translation>%1: bara du har den, med %2. Om den är ny här eller togs bort i %3 vet vi inte.</translation>
    </message>
    <message>
        <source>%1: only %2 has it, with %3. Whether it is new there or was removed here is not known.</source>
        <translation>%1: bara %2 har den, med %3. Om den är ny där eller togs bort här vet vi inte.</translation>
    </message>
    <message>
        <source>%1: you have %2, %3 has %4. What it was before is not known.</source>
        <translation>%1: du har %2, %3 har %4. Vad det var förut vet vi inte.</translation>
    </message>
    <message>
        <source>What should apply?</source>
        <translation>Vad ska gälla?</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>&amp;Visa</translation>
    </message>
    <message>
        <source>Goes to the first choice that is open because of it</source>
        <translation>Går till det första valet som är öppet på grund av det</translation>
    </message>
    <message>
        <source>%1 is another one in %2. Check it with the other party by another channel, such as a known phone number.</source>
        <translation>%1 skiljer sig i %2. Kontrollera med motparten via en annan kanal, till exempel ett känt telefonnummer.</translation>
    </message>
    <message>
        <source>%1 last changed it on this computer %2.</source>
        <translation>%1 ändrade den senast på den här datorn %2.</translation>
    </message>
    <message>
        <source>%1 does not know it any more; whether somebody deleted it there, we do not know. We noticed it %2.</source>
        <translation>%1 känner inte till den längre; om någon tog bort den där vet vi inte. Det märktes %2.</translation>
    </message>
    <message>
        <source>We do not know who last changed it in %1; the change came %2.</source>
        <translation>Vi vet inte vem som senast ändrade den i %1; ändringen kom %2.</translation>
    </message>
    <message>
        <source>%1 last changed it in %2 %3.</source>
        <translation>%1 ändrade den senast i %2 %3.</translation>
    </message>
    <message>
        <source>Keep it, which sends it anew, or delete it here as well?</source>
        <translation>Behåll den, så att den skickas på nytt, eller ta bort den här också?</translation>
    </message>
    <message>
        <source>Both have the same number, and never met before. They become one record.</source>
        <translation>Båda har samma nummer och har aldrig mötts förut. De blir en enda post.</translation>
    </message>
    <message>
        <source>Each change is allowed on its own, but together they break a rule: change the result until it fits.</source>
        <translation>Varje ändring är tillåten för sig, men tillsammans bryter de mot en regel: ändra resultatet tills det stämmer.</translation>
    </message>
    <message numerus="yes">
        <source>It was changed again in %1 %2, and on this computer %3: %n choice(s) are open because of it. Your other choices are kept.</source>
        <translation>
            <numerusform>Den ändrades igen i %1 %2, och på den här datorn %3: %n val är öppet på grund av det. Dina andra val är kvar.</numerusform>
            <numerusform>Den ändrades igen i %1 %2, och på den här datorn %3: %n val är öppna på grund av det. Dina andra val är kvar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was changed again on this computer %1: %n choice(s) are open because of it. Your other choices are kept.</source>
        <translation>
            <numerusform>Den ändrades igen på den här datorn %1: %n val är öppet på grund av det. Dina andra val är kvar.</numerusform>
            <numerusform>Den ändrades igen på den här datorn %1: %n val är öppna på grund av det. Dina andra val är kvar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was changed again in %1 %2: %n choice(s) are open because of it. Your other choices are kept.</source>
        <translation>
            <numerusform>Den ändrades igen i %1 %2: %n val är öppet på grund av det. Dina andra val är kvar.</numerusform>
            <numerusform>Den ändrades igen i %1 %2: %n val är öppna på grund av det. Dina andra val är kvar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was changed again in another system: %n choice(s) are open because of it. Your other choices are kept.</source>
        <translation>
            <numerusform>Den ändrades igen i ett annat system: %n val är öppet på grund av det. Dina andra val är kvar.</numerusform>
            <numerusform>Den ändrades igen i ett annat system: %n val är öppna på grund av det. Dina andra val är kvar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left to choose, but the result breaks a rule: the message below the fields says which.</source>
        <translation>Det finns inget kvar att välja, men resultatet bryter mot en regel: meddelandet under fälten säger vilken.</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Varning: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Obs: %1</translation>
    </message>
    <message>
        <source>Messages about the result</source>
        <translation>Meddelanden om resultatet</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Ny regel</translation>
    </message>
    <message>
        <source>Change the rule</source>
        <translation>Ändra regeln</translation>
    </message>
    <message>
        <source>Make it a &amp;rule</source>
        <translation>Gör det till en &amp;regel</translation>
    </message>
    <message>
        <source>&amp;Between here and</source>
        <translation>&amp;Mellan här och</translation>
    </message>
    <message>
        <source>R&amp;ecords</source>
        <translation>&amp;Poster</translation>
    </message>
    <message>
        <source>&amp;Field</source>
        <translation>&amp;Fält</translation>
    </message>
    <message>
        <source>&amp;Where both changed it</source>
        <translation>&amp;Där båda ändrade det</translation>
    </message>
    <message>
        <source>always mine</source>
        <translation>alltid mitt</translation>
    </message>
    <message>
        <source>always that of %1</source>
        <translation>alltid det från %1</translation>
    </message>
    <message>
        <source>always the later one</source>
        <translation>alltid det senare</translation>
    </message>
    <message>
        <source>&amp;New rule …</source>
        <translation>&amp;Ny regel …</translation>
    </message>
    <message>
        <source>&amp;Change …</source>
        <translation>&amp;Ändra …</translation>
    </message>
    <message>
        <source>Decide it &amp;always so from now on, without a question</source>
        <translation>Bestäm &amp;alltid så från och med nu, utan att fråga</translation>
    </message>
    <message>
        <source>Makes a rule for each of these fields, to be changed or taken back under &quot;Rules&quot;.</source>
        <translation>Gör en regel för vart och ett av fälten. Den kan ändras och tas tillbaka under ”Regler”.</translation>
    </message>
    <message>
        <source>There is no such rule about fields that weigh much, nor about fields of rows: you are asked each time.</source>
        <translation>En sådan regel finns inte för fält som väger tungt och inte för fält i rader: du blir tillfrågad varje gång.</translation>
    </message>
    <message>
        <source>The other text has everything that is here, and more.</source>
        <translation>Den andra texten har allt som finns här, och mer.</translation>
    </message>
    <message>
        <source>Only here: %1</source>
        <translation>Bara här: %1</translation>
    </message>
    <message numerus="yes">
        <source>It was changed again since you chose: %n choice(s) are open because of it. Your other choices are kept.</source>
        <translation>
            <numerusform>Den ändrades igen sedan du valde: %n val är öppet på grund av det. Dina andra val är kvar.</numerusform>
            <numerusform>Den ändrades igen sedan du valde: %n val är öppna på grund av det. Dina andra val är kvar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was changed again since you chose: %n choice(s) of yours do not fit any more. Your other choices are kept.</source>
        <translation>
            <numerusform>Den ändrades igen sedan du valde: %n av dina val stämmer inte längre. Dina andra val är kvar.</numerusform>
            <numerusform>Den ändrades igen sedan du valde: %n av dina val stämmer inte längre. Dina andra val är kvar.</numerusform>
        </translation>
    </message>
    <message>
        <source>No rule was made: %1</source>
        <translation>Ingen regel skapades: %1</translation>
    </message>
    <message>
        <source>The rules that were made with them stand: %1</source>
        <translation>Reglerna som skapades samtidigt gäller fortfarande: %1</translation>
    </message>
    <message>
        <source>The rules that were made with them are taken back.</source>
        <translation>Reglerna som skapades samtidigt är också tillbakatagna.</translation>
    </message>
    <message>
        <source>Rules that were changed since stay as they are.</source>
        <translation>Regler som har ändrats sedan dess är kvar som de är.</translation>
    </message>
    <message>
        <source>Only spaces or line breaks differ.</source>
        <translation>Bara blanksteg eller radbrytningar skiljer.</translation>
    </message>
    <message>
        <source>spaces or line breaks</source>
        <translation>blanksteg eller radbrytningar</translation>
    </message>
    <message>
        <source>Keep mine as a &amp;correction</source>
        <translation>Behåll min som &amp;rättelse</translation>
    </message>
    <message>
        <source>The books are closed up to and including %1, and it is dated then: it is taken as a whole, and a correction is a separate entry.</source>
        <translation>Bokföringen är stängd till och med %1, och posten har ett datum då: den tas som helhet, och en rättelse är en egen post.</translation>
    </message>
    <message>
        <source>The books are closed up to and including %1, and it is dated then: only what is in %2 can stand, and be corrected by a record with a later date. Your version stays in the history.</source>
        <translation>Bokföringen är stängd till och med %1, och posten har ett datum då: bara det som finns i %2 kan stå kvar, och rättas med en post med senare datum. Din version finns kvar i historiken.</translation>
    </message>
    <message>
        <source>It has its number in %1, is in the books and cannot be changed any more, only corrected by a record of its own. Your version stays in the history.</source>
        <translation>Den har fått sitt nummer i %1, är bokförd och kan inte ändras längre, bara rättas med en egen post. Din version finns kvar i historiken.</translation>
    </message>
    <message>
        <source>It has its number in %1, is in the books there and cannot be changed any more, only corrected by a record of its own. What is in %2 stays in the history.</source>
        <translation>Den har fått sitt nummer i %1, är bokförd där och kan inte ändras längre, bara rättas med en egen post. Det som finns i %2 finns kvar i historiken.</translation>
    </message>
    <message>
        <source>Save as &amp;PDF …</source>
        <translation>Spara som &amp;PDF …</translation>
    </message>
    <message>
        <source>Save what is sent</source>
        <translation>Spara det som skickas</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-filer (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Sparad som %1</translation>
    </message>
    <message>
        <source>Takes what is in %1, and makes a voucher that takes it back and books yours instead</source>
        <translation>Tar det som finns i %1 och skapar en verifikation som tar tillbaka det och bokför din version i stället</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrera</translation>
    </message>
    <message>
        <source>Is that one row, entered twice? 2 keeps yours alone, 3 theirs alone, 4 both; %1 makes one row of the two, field by field.</source>
        <translation>Är det en och samma rad som lagts in två gånger? 2 behåller bara din, 3 bara deras, 4 båda; %1 gör en rad av de två, fält för fält.</translation>
    </message>
    <message>
        <source>&amp;Preview what is sent …</source>
        <translation>För&amp;handsgranska det som skickas …</translation>
    </message>
    <message>
        <source>&amp;Save and next</source>
        <translation>S&amp;para och nästa</translation>
    </message>
    <message>
        <source>1 base, 2 mine, 3 theirs, 4 both, 0 no choice, F2 edit, F8 next open field, %1 match the row, %2 split it</source>
        <translation>1 ursprung, 2 min, 3 deras, 4 båda, 0 inget val, F2 redigera, F8 nästa olösta fält, %1 matcha raden, %2 dela den</translation>
    </message>
    <message>
        <source>Create %1 in %2</source>
        <translation>Skapa %1 i %2</translation>
    </message>
    <message>
        <source>Sent after what it refers to: %1 %2</source>
        <translation>Skickas efter den post som den hänvisar till: %1 %2</translation>
    </message>
    <message>
        <source>Cannot be sent: %1</source>
        <translation>Kan inte skickas: %1</translation>
    </message>
    <message>
        <source>Not yet: %1</source>
        <translation>Inte än: %1</translation>
    </message>
    <message>
        <source>Nothing is sent to %1: its rules leave out what differs.</source>
        <translation>Inget skickas till %1: enligt reglerna skickas inte det som skiljer sig åt.</translation>
    </message>
    <message>
        <source>Not sent, because the rules of the connection leave it out:</source>
        <translation>Skickas inte, enligt anslutningens regler:</translation>
    </message>
    <message>
        <source>Requests and what they change</source>
        <translation>Förfrågningar och vad de ändrar</translation>
    </message>
    <message>
        <source>The requests as JSON</source>
        <translation>Förfrågningarna som JSON</translation>
    </message>
    <message>
        <source>Saving sends nothing.</source>
        <translation>Inget skickas när du sparar.</translation>
    </message>
    <message>
        <source>Nothing is sent to %1 before it is decided:</source>
        <translation>Inget skickas till %1 innan det är avgjort:</translation>
    </message>
    <message>
        <source>It cannot be saved like this:</source>
        <translation>Det går inte att spara så här:</translation>
    </message>
    <message>
        <source>If both are kept: %1</source>
        <translation>Om båda behålls: %1</translation>
    </message>
    <message>
        <source>If it is corrected: the new record that corrects it is created in %1</source>
        <translation>Om den rättas: den nya posten som rättar den skapas i %1</translation>
    </message>
    <message>
        <source>It is not decided yet, so nothing is sent.</source>
        <translation>Det är inte avgjort än, så inget skickas.</translation>
    </message>
    <message>
        <source>It cannot be saved like this, so nothing is sent.</source>
        <translation>Det går inte att spara så här, så inget skickas.</translation>
    </message>
    <message numerus="yes">
        <source>%n left to choose before it can be saved.</source>
        <translation>
            <numerusform>%n val kvar innan det kan sparas.</numerusform>
            <numerusform>%n val kvar innan det kan sparas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saving queues %n request(s).</source>
        <translation>
            <numerusform>När du sparar köas %n förfrågan.</numerusform>
            <numerusform>När du sparar köas %n förfrågningar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them cannot be sent yet, see below.</source>
        <translation>
            <numerusform>%n av dem kan inte skickas än, se nedan.</numerusform>
            <numerusform>%n av dem kan inte skickas än, se nedan.</numerusform>
        </translation>
    </message>
    <message>
        <source>The next synchronisation sends them.</source>
        <translation>Nästa synkronisering skickar det.</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>Rad %1: %2</translation>
    </message>
</context>
<context>
    <name>Operation</name>
    <message>
        <source>New customer %1</source>
        <translation>Ny kund %1</translation>
    </message>
    <message>
        <source>Changed customer %1</source>
        <translation>Ändrad kund %1</translation>
    </message>
    <message>
        <source>Deleted customer %1</source>
        <translation>Borttagen kund %1</translation>
    </message>
    <message>
        <source>New supplier %1</source>
        <translation>Ny leverantör %1</translation>
    </message>
    <message>
        <source>Changed supplier %1</source>
        <translation>Ändrad leverantör %1</translation>
    </message>
    <message>
        <source>Deleted supplier %1</source>
        <translation>Borttagen leverantör %1</translation>
    </message>
    <message>
        <source>New article %1</source>
        <translation>Ny artikel %1</translation>
    </message>
    <message>
        <source>Changed article %1</source>
        <translation>Ändrad artikel %1</translation>
    </message>
    <message>
        <source>Deleted article %1</source>
        <translation>Borttagen artikel %1</translation>
    </message>
    <message>
        <source>New account %1</source>
        <translation>Nytt konto %1</translation>
    </message>
    <message>
        <source>Changed account %1</source>
        <translation>Ändrat konto %1</translation>
    </message>
    <message>
        <source>Deleted account %1</source>
        <translation>Borttaget konto %1</translation>
    </message>
    <message>
        <source>New invoice %1</source>
        <translation>Ny faktura %1</translation>
    </message>
    <message>
        <source>Changed invoice %1</source>
        <translation>Ändrad faktura %1</translation>
    </message>
    <message>
        <source>Deleted invoice %1</source>
        <translation>Borttagen faktura %1</translation>
    </message>
    <message>
        <source>New payment %1</source>
        <translation>Ny betalning %1</translation>
    </message>
    <message>
        <source>Changed payment %1</source>
        <translation>Ändrad betalning %1</translation>
    </message>
    <message>
        <source>Deleted payment %1</source>
        <translation>Borttagen betalning %1</translation>
    </message>
    <message>
        <source>New supplier invoice %1</source>
        <translation>Ny leverantörsfaktura %1</translation>
    </message>
    <message>
        <source>Changed supplier invoice %1</source>
        <translation>Ändrad leverantörsfaktura %1</translation>
    </message>
    <message>
        <source>Deleted supplier invoice %1</source>
        <translation>Borttagen leverantörsfaktura %1</translation>
    </message>
    <message>
        <source>New voucher %1</source>
        <translation>Ny verifikation %1</translation>
    </message>
    <message>
        <source>Changed voucher %1</source>
        <translation>Ändrad verifikation %1</translation>
    </message>
    <message>
        <source>Deleted voucher %1</source>
        <translation>Borttagen verifikation %1</translation>
    </message>
    <message>
        <source>New order %1</source>
        <translation>Ny order %1</translation>
    </message>
    <message>
        <source>Changed order %1</source>
        <translation>Ändrad order %1</translation>
    </message>
    <message>
        <source>Deleted order %1</source>
        <translation>Borttagen order %1</translation>
    </message>
    <message>
        <source>New project %1</source>
        <translation>Nytt projekt %1</translation>
    </message>
    <message>
        <source>Changed project %1</source>
        <translation>Ändrat projekt %1</translation>
    </message>
    <message>
        <source>Deleted project %1</source>
        <translation>Borttaget projekt %1</translation>
    </message>
    <message>
        <source>New cost centre %1</source>
        <translation>Nytt kostnadsställe %1</translation>
    </message>
    <message>
        <source>Changed cost centre %1</source>
        <translation>Ändrat kostnadsställe %1</translation>
    </message>
    <message>
        <source>Deleted cost centre %1</source>
        <translation>Borttaget kostnadsställe %1</translation>
    </message>
    <message>
        <source>New: %1 %2</source>
        <translation>Ny: %1 %2</translation>
    </message>
    <message>
        <source>Changed: %1 %2</source>
        <translation>Ändrad: %1 %2</translation>
    </message>
    <message>
        <source>Deleted: %1 %2</source>
        <translation>Borttagen: %1 %2</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Väntar</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Skickas</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>Kontrolleras</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Nekad</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Skickad</translation>
    </message>
    <message>
        <source>Kept here, not sent</source>
        <translation>Behålls här, skickas inte</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Återtagen</translation>
    </message>
    <message>
        <source>Sent after what it refers to: %1 %2.</source>
        <translation>Skickas efter den post som den hänvisar till: %1 %2.</translation>
    </message>
    <message>
        <source>Discarded by %1.</source>
        <translation>Förkastad av %1.</translation>
    </message>
    <message>
        <source>Deleted before it was sent.</source>
        <translation>Borttagen innan den skickades.</translation>
    </message>
    <message>
        <source>Changed back before it was sent.</source>
        <translation>Återställd innan den skickades.</translation>
    </message>
    <message>
        <source>Decided in a conflict.</source>
        <translation>Avgjord i en konflikt.</translation>
    </message>
    <message>
        <source>Tried several times without success. %1</source>
        <translation>Försökt flera gånger utan att lyckas. %1</translation>
    </message>
    <message>
        <source>On its way.</source>
        <translation>På väg.</translation>
    </message>
    <message>
        <source>Sent, and the answer was lost: the next synchronisation asks what became of it.</source>
        <translation>Skickad, men svaret gick förlorat: nästa synkronisering frågar hur det gick.</translation>
    </message>
    <message>
        <source>Somebody else changed it too: choose what holds.</source>
        <translation>Någon annan har också ändrat den: välj vad som ska gälla.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Pågår</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klar</translation>
    </message>
    <message>
        <source>Done in part</source>
        <translation>Delvis klar</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Misslyckades</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Stoppad</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Väntar på sin tur</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausad</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
</context>
<context>
    <name>SieSummary</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>och %n till</numerusform>
            <numerusform>och %n till</numerusform>
        </translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Företag</translation>
    </message>
    <message>
        <source>Organisation no.</source>
        <translation>Organisationsnr</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Financial years</source>
        <translation>Räkenskapsår</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>Verifikationer</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
    <message>
        <source>Debit = credit</source>
        <translation>Debet = kredit</translation>
    </message>
    <message>
        <source>Struck rows, kept and not counted</source>
        <translation>Strukna rader, behålls men räknas inte</translation>
    </message>
    <message>
        <source>Rows added after booking</source>
        <translation>Rader tillagda efter bokföringen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln ny</numerusform>
            <numerusform>%Ln nya</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln imported</source>
        <translation>
            <numerusform>%Ln importerad</numerusform>
            <numerusform>%Ln importerade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln there already</source>
        <translation>
            <numerusform>%Ln finns redan</numerusform>
            <numerusform>%Ln finns redan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln there with other values, kept as they are</source>
        <translation>
            <numerusform>%Ln finns med andra värden och behålls oförändrad</numerusform>
            <numerusform>%Ln finns med andra värden och behålls oförändrade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln nekad</numerusform>
            <numerusform>%Ln nekade</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines Frost has no place for</source>
        <translation>Rader som Frost inte kan ta emot</translation>
    </message>
    <message>
        <source>%1 %2 (line %3): %4</source>
        <translation>%1 %2 (rad %3): %4</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>Inte importerat</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Rad %1: %2</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Värt att veta</translation>
    </message>
    <message>
        <source>What the import does</source>
        <translation>Det här gör importen</translation>
    </message>
    <message>
        <source>What was imported</source>
        <translation>Det här importerades</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>Account 1930: Name</comment>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>Here with other values, kept as they are</source>
        <translation>Finns här med andra värden, behålls som de är</translation>
    </message>
</context>
<context>
    <name>SoftChecks</name>
    <message>
        <source>The due date is before the invoice date.</source>
        <translation>Förfallodatumet är före fakturadatumet.</translation>
    </message>
    <message>
        <source>This date is more than a year away from today.</source>
        <translation>Datumet ligger mer än ett år från i dag.</translation>
    </message>
    <message>
        <source>This date is outside the financial year.</source>
        <translation>Datumet ligger utanför räkenskapsåret.</translation>
    </message>
    <message>
        <source>There is no account %1.</source>
        <translation>Konto %1 finns inte.</translation>
    </message>
    <message>
        <source>Account %1 is no longer in use.</source>
        <translation>Konto %1 används inte längre.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n ändring väntar</numerusform>
            <numerusform>%n ändringar väntar</numerusform>
        </translation>
    </message>
    <message>
        <source>Last synced %1.</source>
        <translation>Senast synkad %1.</translation>
    </message>
    <message>
        <source>Not synced yet.</source>
        <translation>Inte synkad än.</translation>
    </message>
    <message>
        <source>Nothing waits. Last exchange with %1: %2.</source>
        <translation>Inget väntar. Senast synkad med %1: %2.</translation>
    </message>
    <message>
        <source>Synced %1 · slow network</source>
        <translation>Synkad %1 · långsamt nät</translation>
    </message>
    <message>
        <source>The network is slow: less is sent at a time.</source>
        <translation>Nätverket är långsamt: mindre skickas åt gången.</translation>
    </message>
    <message>
        <source>Synced %1</source>
        <translation>Synkad %1</translation>
    </message>
    <message>
        <source>Syncing …</source>
        <translation>Synkar …</translation>
    </message>
    <message>
        <source>Syncing %1 of %2</source>
        <translation>Synkar %1 av %2</translation>
    </message>
    <message>
        <source>%1 · about %2 left</source>
        <translation>%1 · ca %2 kvar</translation>
    </message>
    <message numerus="yes">
        <source>Syncing · %n change(s) received</source>
        <translation>
            <numerusform>Synkar · %n ändring mottagen</numerusform>
            <numerusform>Synkar · %n ändringar mottagna</numerusform>
        </translation>
    </message>
    <message>
        <source>Exchanging changes with %1.</source>
        <translation>Utbyter ändringar med %1.</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>Arbetar offline</translation>
    </message>
    <message>
        <source>You chose to work offline. Everything you do is kept here; nothing is sent until you go online again.</source>
        <translation>Du har valt att arbeta offline. Allt du gör sparas här; inget skickas förrän du går online igen.</translation>
    </message>
    <message>
        <source>No answer from %1 since %2.</source>
        <translation>Inget svar från %1 sedan %2.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Everything you do is kept here and sent when the network is back.</source>
        <translation>Allt du gör sparas här och skickas när nätverket är tillbaka.</translation>
    </message>
    <message>
        <source>Network sign-in needed</source>
        <translation>Nätverket kräver inloggning</translation>
    </message>
    <message>
        <source>The network here answers instead of %1: it probably wants you to sign in. Open a web page in your browser.</source>
        <translation>Nätverket här svarar i stället för %1: det vill troligen att du loggar in. Öppna en webbsida i webbläsaren.</translation>
    </message>
    <message>
        <source>Everything you do is kept here and sent afterwards.</source>
        <translation>Allt du gör sparas här och skickas sedan.</translation>
    </message>
    <message>
        <source>Sign-in needed (%1)</source>
        <translation>Inloggning krävs (%1)</translation>
    </message>
    <message>
        <source>Everything you do is kept here. Nothing is sent until you have signed in.</source>
        <translation>Allt du gör sparas här. Inget skickas förrän du har loggat in.</translation>
    </message>
    <message>
        <source>Error – show</source>
        <translation>Fel – visa</translation>
    </message>
    <message>
        <source>%1 · try now</source>
        <translation>%1 · försök nu</translation>
    </message>
    <message>
        <source>Asked to wait – goes on in %1</source>
        <translation>Ombedd att vänta – fortsätter om %1</translation>
    </message>
    <message>
        <source>Asked to wait – goes on at %1</source>
        <translation>Ombedd att vänta – fortsätter %1</translation>
    </message>
    <message>
        <source>There were more requests than %1 allows; it asked to wait.</source>
        <translation>Det blev fler anrop än %1 tillåter och Frost har ombetts att vänta.</translation>
    </message>
    <message>
        <source>Trying again in %1</source>
        <translation>Försöker igen om %1</translation>
    </message>
    <message>
        <source>Trying again at %1</source>
        <translation>Försöker igen %1</translation>
    </message>
    <message>
        <source>Another program on this computer is syncing this company.</source>
        <translation>Ett annat program på den här datorn synkar företaget.</translation>
    </message>
    <message>
        <source>You stopped the last synchronisation. It goes on by itself later.</source>
        <translation>Du stoppade den senaste synkroniseringen. Den fortsätter av sig själv senare.</translation>
    </message>
    <message>
        <source>The last synchronisation could not send everything. The queue says why.</source>
        <translation>Den senaste synkroniseringen kunde inte skicka allt. Kön visar varför.</translation>
    </message>
    <message>
        <source>Saved here; sent in a moment.</source>
        <translation>Sparat här; skickas strax.</translation>
    </message>
    <message>
        <source>Waiting to sync</source>
        <translation>Väntar på synkronisering</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausad</translation>
    </message>
    <message>
        <source>You paused synchronisation. Everything you do is kept here.</source>
        <translation>Du har pausat synkroniseringen. Allt du gör sparas här.</translation>
    </message>
    <message>
        <source>Automatic sync is off</source>
        <translation>Automatisk synkronisering är av</translation>
    </message>
    <message>
        <source>Changes are exchanged only when you choose Sync now.</source>
        <translation>Ändringar utbyts bara när du väljer Synka nu.</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Ansluter …</translation>
    </message>
    <message>
        <source>Looking for %1.</source>
        <translation>Söker %1.</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <translation>Finns på den här datorn</translation>
    </message>
    <message>
        <source>This company is not connected to a server. It is kept on this computer only.</source>
        <translation>Företaget är inte anslutet till någon server. Det finns bara på den här datorn.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not accepted – show</source>
        <translation>
            <numerusform>%n ändring nekad – visa</numerusform>
            <numerusform>%n ändringar nekade – visa</numerusform>
        </translation>
    </message>
    <message>
        <source>They are kept here. The queue says why each was not accepted, and what you can do.</source>
        <translation>De finns kvar här. Kön visar varför var och en nekades och vad du kan göra.</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n konflikt</numerusform>
            <numerusform>%n konflikter</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody else changed the same records. Choose what holds; everything else goes on.</source>
        <translation>Någon annan har ändrat samma poster. Välj vad som ska gälla; allt annat fortsätter.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) left for you to decide on. Last exchange with %1: %2.</source>
        <translation>
            <numerusform>%n ändring väntar på att du bestämmer. Senast synkad med %1: %2.</numerusform>
            <numerusform>%n ändringar väntar på att du bestämmer. Senast synkad med %1: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>What others change appears here at once.</source>
        <translation>Det som andra ändrar syns här med en gång.</translation>
    </message>
    <message>
        <source>Another program, as frost-agent, has paused synchronisation. Sync now lets it go on. Everything you do is kept here.</source>
        <translation>Ett annat program, som frost-agent, har pausat synkroniseringen. Synka nu låter den fortsätta. Allt du gör sparas här.</translation>
    </message>
    <message>
        <source>Unusually many changes – check</source>
        <translation>Ovanligt många ändringar – kontrollera</translation>
    </message>
    <message>
        <source>Server trouble – goes on in %1</source>
        <translation>Servern har problem – fortsätter om %1</translation>
    </message>
    <message>
        <source>Server trouble – goes on at %1</source>
        <translation>Servern har problem – fortsätter %1</translation>
    </message>
    <message>
        <source>%1 has answered with errors several times. It is left alone for a moment; everything you do is kept here.</source>
        <translation>%1 har svarat med fel flera gånger. Den får vara i fred en stund; allt du gör sparas här.</translation>
    </message>
    <message>
        <source>Offline for %1, since %2: no answer from %3.</source>
        <translation>Offline i %1, sedan %2: inget svar från %3.</translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>Debit</source>
        <translation>Debet</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Kredit</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differens</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>VAT %1 %</source>
        <translation>Moms %1 %</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Öresavrundning</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Att betala</translation>
    </message>
    <message>
        <source>To pay, %1</source>
        <translation>Att betala, %1</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n rad</numerusform>
            <numerusform>%n rader</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>This does not exist.</source>
        <translation>Det här finns inte.</translation>
    </message>
    <message>
        <source>This was not understood.</source>
        <translation>Det här gick inte att tolka.</translation>
    </message>
    <message>
        <source>This is not valid.</source>
        <translation>Det här är inte giltigt.</translation>
    </message>
    <message>
        <source>Somebody else has changed this as well.</source>
        <translation>Någon annan har också ändrat det här.</translation>
    </message>
    <message>
        <source>The server cannot be reached now.</source>
        <translation>Servern går inte att nå just nu.</translation>
    </message>
    <message>
        <source>The server did not answer to the end.</source>
        <translation>Serverns svar kom inte fram i sin helhet.</translation>
    </message>
    <message>
        <source>The server asks to wait. Try again later.</source>
        <translation>Servern ber Frost att vänta. Försök igen senare.</translation>
    </message>
    <message>
        <source>The server does not accept the token. Connect again with a valid one.</source>
        <translation>Servern godtar inte åtkomstnyckeln. Anslut igen med en giltig.</translation>
    </message>
    <message>
        <source>You do not have the right to do this.</source>
        <translation>Du har inte behörighet att göra det här.</translation>
    </message>
    <message>
        <source>This was refused.</source>
        <translation>Det här nekades.</translation>
    </message>
    <message>
        <source>This is too old to be answered.</source>
        <translation>Det här är för gammalt för att besvaras.</translation>
    </message>
    <message>
        <source>This is too large.</source>
        <translation>Det här är för stort.</translation>
    </message>
    <message>
        <source>Another process is working on this. Try again when it is done.</source>
        <translation>Ett annat program arbetar med det här. Försök igen när det är klart.</translation>
    </message>
    <message>
        <source>The data is damaged.</source>
        <translation>Informationen är skadad.</translation>
    </message>
    <message>
        <source>This was written by a newer version of Frost.</source>
        <translation>Det här är skrivet av en nyare version av Frost.</translation>
    </message>
    <message>
        <source>Reading or writing the disk failed.</source>
        <translation>Det gick inte att läsa från eller skriva till disken.</translation>
    </message>
    <message>
        <source>Stopped. What was done so far is kept.</source>
        <translation>Stoppat. Det som hann göras är kvar.</translation>
    </message>
    <message>
        <source>Something went wrong inside Frost. Please report it.</source>
        <translation>Något gick fel i Frost. Rapportera gärna felet.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number; %2 shows the numbers.</source>
        <translation>”%1” är inget nummer; %2 visar numren.</translation>
    </message>
    <message>
        <source>There is no company &quot;%1&quot; in this data folder.</source>
        <translation>Det finns inget företag ”%1” i datamappen.</translation>
    </message>
    <message>
        <source>Several tenants have a company of this name. Say which one: %2.</source>
        <translation>Flera byråer har ett företag med det namnet. Ange vilket: %2.</translation>
    </message>
    <message>
        <source>The company %1 exists already.</source>
        <translation>Företaget %1 finns redan.</translation>
    </message>
    <message>
        <source>The token does not open the company &quot;%1&quot; on the server. It opens: %2.</source>
        <translation>Åtkomstnyckeln gäller inte företaget ”%1” på servern. Den gäller: %2.</translation>
    </message>
    <message>
        <source>%1 is not connected to anything yet.</source>
        <translation>%1 är inte anslutet till något än.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a name: 1 to 64 letters, digits, &apos;-&apos;, &apos;_&apos; or &apos;.&apos;, and no &apos;.&apos; at the beginning.</source>
        <translation>”%1” kan inte vara ett namn: 1 till 64 bokstäver, siffror, ”-”, ”_” eller ”.”, och ingen ”.” i början.</translation>
    </message>
    <message>
        <source>There is no schema pack &quot;%1&quot;.</source>
        <translation>Det finns inget schemapaket ”%1”.</translation>
    </message>
    <message>
        <source>Two of the schema packs both have the entity type %1.</source>
        <translation>Två av schemapaketen har båda posttypen %1.</translation>
    </message>
    <message>
        <source>Frost cannot speak to &quot;%1&quot;. It can speak to: %2.</source>
        <translation>Frost kan inte ansluta till ”%1”. Frost kan ansluta till: %2.</translation>
    </message>
    <message>
        <source>There is a connection &quot;%1&quot; to another place already.</source>
        <translation>Det finns redan en anslutning ”%1” till ett annat ställe.</translation>
    </message>
    <message>
        <source>There is no connection &quot;%1&quot;.</source>
        <translation>Det finns ingen anslutning ”%1”.</translation>
    </message>
    <message>
        <source>This company belongs to the firm &quot;%2&quot; on its server; this token opens the firm &quot;%3&quot;. Use a token of %2.</source>
        <translation>Företaget hör till byrån ”%2” på servern; åtkomstnyckeln gäller byrån ”%3”. Använd en åtkomstnyckel för %2.</translation>
    </message>
    <message>
        <source>No Frost server answers at %1. Check the address.</source>
        <translation>Ingen Frost-server svarar på %1. Kontrollera adressen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address of a server: http://HOST:PORT or https://HOST.</source>
        <translation>”%1” är ingen serveradress: http://VÄRD:PORT eller https://VÄRD.</translation>
    </message>
    <message>
        <source>The token could not be read from %1: %2.</source>
        <translation>Åtkomstnyckeln kunde inte läsas från %1: %2.</translation>
    </message>
    <message>
        <source>There is no token in %1: one line of text without spaces is expected.</source>
        <translation>Det finns ingen åtkomstnyckel i %1: en rad text utan blanksteg förväntas.</translation>
    </message>
    <message>
        <source>There is no token for the connection &quot;%1&quot; on this computer. Sign in again.</source>
        <translation>Det finns ingen åtkomstnyckel för anslutningen ”%1” på den här datorn. Logga in igen.</translation>
    </message>
    <message>
        <source>The token cannot be read from %1.</source>
        <translation>Åtkomstnyckeln kan inte läsas från %1.</translation>
    </message>
    <message>
        <source>The token could not be kept in %1.</source>
        <translation>Åtkomstnyckeln kunde inte sparas i %1.</translation>
    </message>
    <message>
        <source>There is no entity type &quot;%1&quot; in this company. There are: %2.</source>
        <translation>Det finns ingen posttyp ”%1” i företaget. De som finns: %2.</translation>
    </message>
    <message>
        <source>There is no entity type &quot;%1&quot; in this company.</source>
        <translation>Det finns ingen posttyp ”%1” i företaget.</translation>
    </message>
    <message>
        <source>%2 has no field &quot;%1&quot; to list by. It has: %3.</source>
        <translation>%2 har inget fält ”%1” att lista efter. De fält som finns: %3.</translation>
    </message>
    <message>
        <source>The value given for %1 is not of its kind.</source>
        <translation>Värdet för %1 är av fel sort.</translation>
    </message>
    <message>
        <source>%1 cannot be searched.</source>
        <translation>%1 går inte att söka i.</translation>
    </message>
    <message>
        <source>There is no record %2 in %1.</source>
        <translation>Det finns ingen post %2 i %1.</translation>
    </message>
    <message>
        <source>The record %2 in %1 has been deleted.</source>
        <translation>Posten %2 i %1 är borttagen.</translation>
    </message>
    <message>
        <source>There is a record %1 already.</source>
        <translation>Det finns redan en post %1.</translation>
    </message>
    <message>
        <source>Another record has the same value already.</source>
        <translation>En annan post har redan samma värde.</translation>
    </message>
    <message>
        <source>there is no such field</source>
        <translation>fältet finns inte</translation>
    </message>
    <message>
        <source>is required</source>
        <translation>måste fyllas i</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>är för långt</translation>
    </message>
    <message>
        <source>has the wrong kind of value</source>
        <translation>har fel sorts värde</translation>
    </message>
    <message>
        <source>is not a number</source>
        <translation>är inget tal</translation>
    </message>
    <message>
        <source>is too large a number</source>
        <translation>är ett för stort tal</translation>
    </message>
    <message>
        <source>is not a whole number</source>
        <translation>är inget heltal</translation>
    </message>
    <message>
        <source>is not a date (YYYY-MM-DD)</source>
        <translation>är inget datum (ÅÅÅÅ-MM-DD)</translation>
    </message>
    <message>
        <source>is not a point in time (YYYY-MM-DDTHH:MM:SSZ)</source>
        <translation>är ingen tidpunkt (ÅÅÅÅ-MM-DDTHH:MM:SSZ)</translation>
    </message>
    <message>
        <source>is not one of the allowed values</source>
        <translation>är inte ett av de tillåtna värdena</translation>
    </message>
    <message>
        <source>there is no such record</source>
        <translation>posten finns inte</translation>
    </message>
    <message>
        <source>another record has this already</source>
        <translation>en annan post har redan det här värdet</translation>
    </message>
    <message>
        <source>two rows have the same rowId</source>
        <translation>två rader har samma rowId</translation>
    </message>
    <message>
        <source>the figures are too large to compute with</source>
        <translation>talen är för stora att räkna med</translation>
    </message>
    <message>
        <source>is not a percentage that can be computed with</source>
        <translation>är ingen procentsats som går att räkna med</translation>
    </message>
    <message>
        <source>debit and credit differ</source>
        <translation>debet och kredit skiljer sig åt</translation>
    </message>
    <message>
        <source>a row has either debit or credit</source>
        <translation>en rad har antingen debet eller kredit</translation>
    </message>
    <message>
        <source>a voucher has at least two rows</source>
        <translation>en verifikation har minst två rader</translation>
    </message>
    <message>
        <source>You do not have the right &quot;%1&quot; here.</source>
        <translation>Du har inte behörigheten ”%1” här.</translation>
    </message>
    <message>
        <source>This is not JSON; the mistake is at character %1.</source>
        <translation>Det här är inte JSON; felet finns vid tecken %1.</translation>
    </message>
    <message>
        <source>A JSON object is expected: {&quot;field&quot;: value, …}.</source>
        <translation>Ett JSON-objekt förväntas: {&quot;fält&quot;: värde, …}.</translation>
    </message>
    <message>
        <source>The JSON is nested deeper than %1 levels.</source>
        <translation>JSON-texten är nästlad djupare än %1 nivåer.</translation>
    </message>
    <message>
        <source>the check digit does not fit; is it mistyped?</source>
        <translation>kontrollsiffran stämmer inte; är numret felskrivet?</translation>
    </message>
    <message>
        <source>this cannot be a Swedish VAT number; is it mistyped?</source>
        <translation>det här kan inte vara ett svenskt momsregistreringsnummer; är det felskrivet?</translation>
    </message>
    <message>
        <source>%1 cannot be reached now.</source>
        <translation>%1 går inte att nå just nu.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 svarade inte i tid.</translation>
    </message>
    <message>
        <source>Stopped before %1 answered. The next sync finds out what arrived.</source>
        <translation>Stoppat innan %1 svarade. Nästa synkronisering tar reda på vad som kom fram.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted. Nothing was sent.</source>
        <translation>Certifikatet för %1 är inte betrott. Inget har skickats.</translation>
    </message>
    <message>
        <source>Something else than the server answered; is there a sign-in page of this network?</source>
        <translation>Något annat än servern svarade. Har nätverket en inloggningssida?</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>Sökningen stoppades.</translation>
    </message>
    <message>
        <source>%1 cannot be edited here.</source>
        <translation>%1 kan inte redigeras här.</translation>
    </message>
    <message>
        <source>The server sent more than %1 bytes at once, which is refused.</source>
        <translation>Servern skickade mer än %1 byte på en gång, vilket inte tas emot.</translation>
    </message>
    <message>
        <source>The server answered with status %1.</source>
        <translation>Servern svarade med status %1.</translation>
    </message>
    <message>
        <source>The server&apos;s answer makes no sense (%1).</source>
        <translation>Serverns svar går inte att tolka (%1).</translation>
    </message>
    <message>
        <source>No Frost server answers at %1.</source>
        <translation>Ingen Frost-server svarar på %1.</translation>
    </message>
    <message>
        <source>The server sent a record that is not valid: %1 %2.</source>
        <translation>Servern skickade en post som inte är giltig: %1 %2.</translation>
    </message>
    <message>
        <source>refused by the server</source>
        <translation>nekad av servern</translation>
    </message>
    <message>
        <source>changed on the server as well</source>
        <translation>ändrad även på servern</translation>
    </message>
    <message>
        <source>The server does not know this token, or it was revoked. Connect again with a valid one.</source>
        <translation>Servern känner inte till åtkomstnyckeln, eller så har den återkallats. Anslut igen med en giltig.</translation>
    </message>
    <message>
        <source>The token does not belong to the tenant &quot;%1&quot;. Connect again with a token of that tenant.</source>
        <translation>Åtkomstnyckeln hör inte till byrån ”%1”. Anslut igen med en åtkomstnyckel för den byrån.</translation>
    </message>
    <message>
        <source>The server asks for a token. Connect again with one.</source>
        <translation>Servern kräver en åtkomstnyckel. Anslut igen med en sådan.</translation>
    </message>
    <message>
        <source>The server was restored from a backup; everything is compared anew.</source>
        <translation>Servern har återställts från en säkerhetskopia; allt jämförs på nytt.</translation>
    </message>
    <message>
        <source>Another process is synchronising &quot;%1&quot;. Try again when it is done.</source>
        <translation>Ett annat program synkar ”%1”. Försök igen när det är klart.</translation>
    </message>
    <message>
        <source>Another process has taken over &quot;%1&quot;. What was done so far is kept.</source>
        <translation>Ett annat program har tagit över ”%1”. Det som hann göras är kvar.</translation>
    </message>
    <message>
        <source>The lock beside %1 cannot be made.</source>
        <translation>Låsfilen bredvid %1 kan inte skapas.</translation>
    </message>
    <message>
        <source>Some changes still wait to be sent; the next sync goes on.</source>
        <translation>Några ändringar väntar fortfarande på att skickas; nästa synkronisering fortsätter.</translation>
    </message>
    <message>
        <source>Stopped. What was done so far is kept; the next sync goes on from there.</source>
        <translation>Stoppat. Det som hann göras är kvar; nästa synkronisering fortsätter därifrån.</translation>
    </message>
    <message>
        <source>waits for %1 %2</source>
        <translation>väntar på %1 %2</translation>
    </message>
    <message>
        <source>tried too often</source>
        <translation>för många försök</translation>
    </message>
    <message>
        <source>deleted before it was sent</source>
        <translation>borttagen innan den skickades</translation>
    </message>
    <message>
        <source>too old for the server to say whether it arrived</source>
        <translation>för gammal för att servern ska kunna säga om den kom fram</translation>
    </message>
    <message>
        <source>refers to a record that was refused (%1)</source>
        <translation>hänvisar till en post som nekades (%1)</translation>
    </message>
    <message>
        <source>settled as on the server</source>
        <translation>avgjord som på servern</translation>
    </message>
    <message>
        <source>both sides say the same</source>
        <translation>båda sidor är lika</translation>
    </message>
    <message>
        <source>Both sides changed the same: %1. Merge alone cannot decide; choose server-wins, client-wins, last-write-wins or manual.</source>
        <translation>Båda sidor har ändrat samma sak: %1. Sammanslagningen kan inte avgöra det själv; välj server-wins, client-wins, last-write-wins eller manual.</translation>
    </message>
    <message>
        <source>This conflict does not exist any more.</source>
        <translation>Konflikten finns inte längre.</translation>
    </message>
    <message>
        <source>The conflict %1 is settled already.</source>
        <translation>Konflikt %1 är redan avgjord.</translation>
    </message>
    <message>
        <source>The conflict %1 has lost its operation. A check of the company shows what is wrong.</source>
        <translation>Konflikt %1 har tappat sin åtgärd. En kontroll av företaget visar vad som är fel.</translation>
    </message>
    <message>
        <source>both sides changed the same</source>
        <translation>båda sidor har ändrat samma sak</translation>
    </message>
    <message>
        <source>the server has another version</source>
        <translation>servern har en annan version</translation>
    </message>
    <message>
        <source>the server&apos;s is newer</source>
        <translation>serverns är nyare</translation>
    </message>
    <message>
        <source>one side deleted what the other changed</source>
        <translation>ena sidan har tagit bort det som den andra har ändrat</translation>
    </message>
    <message>
        <source>the server does not have the record</source>
        <translation>posten finns inte på servern</translation>
    </message>
    <message>
        <source>the server has another record of the same name</source>
        <translation>servern har en annan post med samma namn</translation>
    </message>
    <message>
        <source>the server does not accept the record as it is</source>
        <translation>servern godtar inte posten som den är</translation>
    </message>
    <message>
        <source>the right to send it is missing</source>
        <translation>behörighet att skicka den saknas</translation>
    </message>
    <message>
        <source>It is not known which side changed last. Choose another strategy.</source>
        <translation>Det är inte känt vilken sida som ändrade sist. Välj en annan strategi.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Filen %1 finns inte.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>Filen %1 kan inte läsas: %2.</translation>
    </message>
    <message>
        <source>The file %1 changed while it was being read.</source>
        <translation>Filen %1 ändrades medan den lästes.</translation>
    </message>
    <message>
        <source>The compressed file is damaged.</source>
        <translation>Den komprimerade filen är skadad.</translation>
    </message>
    <message>
        <source>The compressed file ends too early.</source>
        <translation>Den komprimerade filen slutar för tidigt.</translation>
    </message>
    <message>
        <source>There is no import profile &quot;%1&quot;, neither among those of Frost nor as a file.</source>
        <translation>Det finns ingen importprofil ”%1”, varken bland dem som följer med Frost eller som fil.</translation>
    </message>
    <message>
        <source>The import profile is not valid at %1.</source>
        <translation>Importprofilen är inte giltig vid %1.</translation>
    </message>
    <message>
        <source>The import profile&apos;s delimiter must be one character.</source>
        <translation>Importprofilens skiljetecken måste vara ett enda tecken.</translation>
    </message>
    <message>
        <source>The import profile&apos;s date format cannot be used.</source>
        <translation>Importprofilens datumformat går inte att använda.</translation>
    </message>
    <message>
        <source>The import profile names no records.</source>
        <translation>Importprofilen anger inga poster.</translation>
    </message>
    <message>
        <source>The file holds no rows.</source>
        <translation>Filen innehåller inga rader.</translation>
    </message>
    <message>
        <source>The file has no column &quot;%1&quot; that the profile needs.</source>
        <translation>Filen saknar kolumnen ”%1” som profilen behöver.</translation>
    </message>
    <message>
        <source>The file has the column &quot;%1&quot; twice.</source>
        <translation>Filen har kolumnen ”%1” två gånger.</translation>
    </message>
    <message>
        <source>Line %1 has %2 fields instead of %3.</source>
        <translation>Rad %1 har %2 fält i stället för %3.</translation>
    </message>
    <message>
        <source>Line %1 is not in the encoding that the profile states.</source>
        <translation>Rad %1 har inte den teckenkodning som profilen anger.</translation>
    </message>
    <message>
        <source>The quote that opens on line %1 never ends.</source>
        <translation>Citattecknet som inleds på rad %1 avslutas aldrig.</translation>
    </message>
    <message>
        <source>On line %1 there is text after a closing quote.</source>
        <translation>På rad %1 finns text efter ett avslutande citattecken.</translation>
    </message>
    <message>
        <source>A field on line %1 is too large.</source>
        <translation>Ett fält på rad %1 är för stort.</translation>
    </message>
    <message>
        <source>Line %1 has too many columns.</source>
        <translation>Rad %1 har för många kolumner.</translation>
    </message>
    <message>
        <source>a row of the document cannot be read</source>
        <translation>en rad i dokumentet går inte att läsa</translation>
    </message>
    <message>
        <source>belongs to no document</source>
        <translation>hör inte till något dokument</translation>
    </message>
    <message>
        <source>has no %1</source>
        <translation>saknar %1</translation>
    </message>
    <message>
        <source>%1 is not a number</source>
        <translation>%1 är inget tal</translation>
    </message>
    <message>
        <source>%1 is not a whole number</source>
        <translation>%1 är inget heltal</translation>
    </message>
    <message>
        <source>%1 is not a date</source>
        <translation>%1 är inget datum</translation>
    </message>
    <message>
        <source>%1 is none of the values that the profile knows</source>
        <translation>%1 är inget av de värden som profilen känner till</translation>
    </message>
    <message>
        <source>Stopped. The same import goes on from there.</source>
        <translation>Stoppat. Samma import fortsätter därifrån.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Filen är tom.</translation>
    </message>
    <message>
        <source>This is not a SIE file: line %1 holds bytes that no text has.</source>
        <translation>Det här är ingen SIE-fil: rad %1 innehåller tecken som inte förekommer i text.</translation>
    </message>
    <message>
        <source>This is a SIE 5 file (XML). Frost reads SIE 1 to 4 and 4i; export the company as SIE 4.</source>
        <translation>Det här är en SIE 5-fil (XML). Frost läser SIE 1 till 4 och 4i; exportera företaget som SIE 4.</translation>
    </message>
    <message>
        <source>This is not a SIE file: it does not begin with a label such as #FLAGGA.</source>
        <translation>Det här är ingen SIE-fil: den börjar inte med en etikett som #FLAGGA.</translation>
    </message>
    <message>
        <source>The file has neither accounts nor vouchers.</source>
        <translation>Filen har varken konton eller verifikationer.</translation>
    </message>
    <message>
        <source>The file is larger than %1 MiB.</source>
        <translation>Filen är större än %1 MiB.</translation>
    </message>
    <message>
        <source>The file says it is of SIE type &quot;%1&quot;; there are 1 to 4.</source>
        <translation>Filen anger SIE-typ ”%1”; typerna är 1 till 4.</translation>
    </message>
    <message>
        <source>Line %1 is longer than %2 bytes.</source>
        <translation>Rad %1 är längre än %2 byte.</translation>
    </message>
    <message>
        <source>Line %1 is not a financial year: #RAR 0 20250101 20251231.</source>
        <translation>Rad %1 är inget räkenskapsår: #RAR 0 20250101 20251231.</translation>
    </message>
    <message>
        <source>Line %1: the opening balance &quot;%2&quot; is not a number.</source>
        <translation>Rad %1: den ingående balansen ”%2” är inget belopp.</translation>
    </message>
    <message>
        <source>Line %1: a second opening balance for account %2.</source>
        <translation>Rad %1: konto %2 har redan en ingående balans.</translation>
    </message>
    <message>
        <source>The voucher on line %1 is not complete: a brace is missing.</source>
        <translation>Verifikationen på rad %1 är ofullständig: en klammer saknas.</translation>
    </message>
    <message>
        <source>Line %1: a brace that belongs to no voucher.</source>
        <translation>Rad %1: en klammer som inte hör till någon verifikation.</translation>
    </message>
    <message>
        <source>Line %1: a row that belongs to no voucher.</source>
        <translation>Rad %1: en transaktionsrad som inte hör till någon verifikation.</translation>
    </message>
    <message>
        <source>The file ends in the middle of the voucher on line %1; a part of it is missing.</source>
        <translation>Filen slutar mitt i verifikationen på rad %1; en del av den saknas.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was imported.</source>
        <translation>Stoppat. Inget importerades.</translation>
    </message>
    <message>
        <source>debit and credit differ by %1</source>
        <translation>debet och kredit skiljer sig med %1</translation>
    </message>
    <message>
        <source>nothing is booked: a voided number (%1 struck rows)</source>
        <translation>inget är bokfört: ett makulerat nummer (%1 strukna rader)</translation>
    </message>
    <message>
        <source>has more than %1 rows</source>
        <translation>har fler än %1 rader</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date</source>
        <translation>”%1” är inget datum</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an amount</source>
        <translation>”%1” är inget belopp</translation>
    </message>
    <message>
        <source>a row without an account</source>
        <translation>en rad utan konto</translation>
    </message>
    <message>
        <source>a quote is not closed</source>
        <translation>ett citattecken är inte avslutat</translation>
    </message>
    <message>
        <source>a list of objects is not closed</source>
        <translation>en objektlista är inte avslutad</translation>
    </message>
    <message>
        <source>a line that is no SIE</source>
        <translation>en rad som inte följer SIE-formatet</translation>
    </message>
    <message>
        <source>account %1 is used, but not declared; it is made with its number as its name</source>
        <translation>konto %1 används men är inte upplagt i filen; det läggs upp med numret som namn</translation>
    </message>
    <message>
        <source>object %2 of dimension %1 is used, but not declared; it is made without a name</source>
        <translation>objekt %2 i dimension %1 används men är inte upplagt i filen; det läggs upp utan namn</translation>
    </message>
    <message>
        <source>%1 is declared again with another name; the first is kept</source>
        <translation>%1 läggs upp en gång till med ett annat namn; det första behålls</translation>
    </message>
    <message>
        <source>account %1 has no name; its number is taken</source>
        <translation>konto %1 har inget namn; numret används som namn</translation>
    </message>
    <message>
        <source>#%1 without a number or code</source>
        <translation>#%1 utan nummer eller kod</translation>
    </message>
    <message>
        <source>account %1: there is no account type &quot;%2&quot;</source>
        <translation>konto %1: kontotypen ”%2” finns inte</translation>
    </message>
    <message>
        <source>#RTRANS for account %1 without the #TRANS that repeats it; booked once</source>
        <translation>#RTRANS för konto %1 utan den #TRANS som upprepar den; bokförd en gång</translation>
    </message>
    <message>
        <source>a row of 0.00 on account %1 is not booked</source>
        <translation>en rad med 0,00 på konto %1 bokförs inte</translation>
    </message>
    <message>
        <source>%1 is written with a comma</source>
        <translation>%1 är skrivet med komma</translation>
    </message>
    <message>
        <source>voucher %1 %2 of %3 lies outside of the file&apos;s financial year %4</source>
        <translation>verifikation %1 %2 den %3 ligger utanför filens räkenskapsår %4</translation>
    </message>
    <message>
        <source>the file names no financial year; %1 is taken from its vouchers</source>
        <translation>filen anger inget räkenskapsår; %1 hämtas från verifikationerna</translation>
    </message>
    <message>
        <source>the number %1 %2 is used more than once; it becomes %3</source>
        <translation>numret %1 %2 används mer än en gång; dubbletten får numret %3</translation>
    </message>
    <message>
        <source>a voucher in series %1 has no number yet; the server gives one</source>
        <translation>en verifikation i serie %1 har inget nummer än; servern ger den ett</translation>
    </message>
    <message>
        <source>a voucher without a series goes into series %1</source>
        <translation>en verifikation utan serie hamnar i serie %1</translation>
    </message>
    <message>
        <source>a voucher without a text is called &quot;%1&quot;</source>
        <translation>en verifikation utan text får texten ”%1”</translation>
    </message>
    <message>
        <source>the file is in %1; amounts are taken as they are</source>
        <translation>filen är i %1; beloppen tas som de är</translation>
    </message>
    <message>
        <source>#%1: &quot;%2&quot; was not understood and is left out</source>
        <translation>#%1: ”%2” kunde inte tolkas och utelämnas</translation>
    </message>
    <message>
        <source>&quot;%1 %2&quot; is not an object and is left out</source>
        <translation>”%1 %2” är inget objekt och utelämnas</translation>
    </message>
    <message>
        <source>account %1: the file says %2 in the end, its vouchers give %3</source>
        <translation>konto %1: filen anger utgående balans %2, verifikationerna ger %3</translation>
    </message>
    <message>
        <source>the opening balances do not add up to zero but to %1</source>
        <translation>summan av de ingående balanserna är inte noll utan %1</translation>
    </message>
    <message>
        <source>%1 letters are lost</source>
        <translation>%1 bokstäver har gått förlorade</translation>
    </message>
    <message>
        <source>%1 letters are not written in %2 as the others are</source>
        <translation>%1 bokstäver är inte skrivna i %2 som de andra</translation>
    </message>
    <message>
        <source>The company&apos;s file is damaged (%1). Restore a backup.</source>
        <translation>Företagets fil är skadad (%1). Återställ en säkerhetskopia.</translation>
    </message>
    <message>
        <source>%1 is not a company of Frost.</source>
        <translation>%1 är inget Frost-företag.</translation>
    </message>
    <message>
        <source>The file was made for another company; it may have been renamed or copied.</source>
        <translation>Filen skapades för ett annat företag; den kan ha bytt namn eller kopierats.</translation>
    </message>
    <message>
        <source>The company&apos;s file was written by a newer version of Frost. Install that version.</source>
        <translation>Företagets fil är skriven av en nyare version av Frost. Installera den versionen.</translation>
    </message>
    <message>
        <source>The company&apos;s file %1 is not there.</source>
        <translation>Företagets fil %1 finns inte.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing of this was kept.</source>
        <translation>Disken är full. Inget av det här sparades.</translation>
    </message>
    <message>
        <source>The company&apos;s file cannot be written.</source>
        <translation>Det går inte att skriva till företagets fil.</translation>
    </message>
    <message>
        <source>Reading or writing the company&apos;s file failed.</source>
        <translation>Det gick inte att läsa från eller skriva till företagets fil.</translation>
    </message>
    <message>
        <source>Another process is writing to the company&apos;s file. Try again.</source>
        <translation>Ett annat program skriver till företagets fil. Försök igen.</translation>
    </message>
    <message>
        <source>There are too many backups beside %1; move some away.</source>
        <translation>Det finns för många säkerhetskopior bredvid %1; flytta bort några.</translation>
    </message>
    <message>
        <source>The record %2 in %1 is damaged.</source>
        <translation>Posten %2 i %1 är skadad.</translation>
    </message>
    <message>
        <source>The queue refers to %1 %2, which is not there. A check of the company shows what is wrong.</source>
        <translation>Kön hänvisar till %1 %2, som inte finns. En kontroll av företaget visar vad som är fel.</translation>
    </message>
    <message>
        <source>The operation %1 was sent, but what was sent is lost. A check of the company shows what is wrong.</source>
        <translation>Åtgärd %1 har skickats, men uppgiften om vad som skickades har gått förlorad. En kontroll av företaget visar vad som är fel.</translation>
    </message>
    <message>
        <source>The operation is under way or waits for a decision; it cannot be changed now.</source>
        <translation>Åtgärden är på väg eller väntar på ett beslut; den kan inte ändras nu.</translation>
    </message>
    <message>
        <source>What the server has of %1 %2 is not known here, so the change cannot be taken back.</source>
        <translation>Serverns innehåll för %1 %2 är inte känt här, så ändringen kan inte ångras.</translation>
    </message>
    <message>
        <source>There is no operation %1 in the queue.</source>
        <translation>Det finns ingen åtgärd %1 i kön.</translation>
    </message>
    <message>
        <source>The ids of %1 %2 and %3 do not fit together. A check of the company shows what is wrong.</source>
        <translation>Id för %1 %2 och %3 stämmer inte överens. En kontroll av företaget visar vad som är fel.</translation>
    </message>
    <message>
        <source>the file itself: %1</source>
        <translation>själva filen: %1</translation>
    </message>
    <message>
        <source>table %1 refers to something that %2 does not hold</source>
        <translation>tabellen %1 hänvisar till något som inte finns i %2</translation>
    </message>
    <message>
        <source>the index %2 of %1 lacks the record %3</source>
        <translation>i index %2 för %1 saknas posten %3</translation>
    </message>
    <message>
        <source>the index %2 of %1 has %3 entries too many</source>
        <translation>index %2 för %1 har %3 poster för mycket</translation>
    </message>
    <message>
        <source>the index %2 of %1 has %3 values more than once</source>
        <translation>index %2 för %1 har %3 värden mer än en gång</translation>
    </message>
    <message>
        <source>the search in %1 lacks the record %2</source>
        <translation>i sökningen för %1 saknas posten %2</translation>
    </message>
    <message>
        <source>the search in %1 has %2 entries too many</source>
        <translation>sökningen för %1 har %2 poster för mycket</translation>
    </message>
    <message>
        <source>rows of the audit trail are missing</source>
        <translation>rader i behandlingshistoriken saknas</translation>
    </message>
    <message>
        <source>what this row of the audit trail says was changed afterwards</source>
        <translation>innehållet i den här raden i behandlingshistoriken har ändrats i efterhand</translation>
    </message>
    <message>
        <source>this row of the audit trail was changed afterwards</source>
        <translation>den här raden i behandlingshistoriken har ändrats i efterhand</translation>
    </message>
    <message>
        <source>this row of the audit trail does not follow from the one before</source>
        <translation>den här raden i behandlingshistoriken följer inte på den föregående</translation>
    </message>
    <message>
        <source>%1: %2 counted, %3 listed</source>
        <translation>%1: %2 räknade, %3 listade</translation>
    </message>
    <message>
        <source>operation %1 is about %2 %3, which is not there</source>
        <translation>åtgärd %1 gäller %2 %3, som inte finns</translation>
    </message>
    <message>
        <source>%1 open conflicts counted, %2 listed</source>
        <translation>%1 olösta konflikter räknade, %2 listade</translation>
    </message>
    <message>
        <source>conflict %1 about %2 %3 has no operation</source>
        <translation>konflikt %1 om %2 %3 saknar åtgärd</translation>
    </message>
    <message>
        <source>the operation about %2 for %1 is in conflict, but there is no conflict</source>
        <translation>åtgärden för %2 till %1 är i konflikt, men det finns ingen konflikt</translation>
    </message>
    <message>
        <source>for %1, %2 %3 and %4 are linked more than once</source>
        <translation>för %1 är %2 %3 och %4 länkade mer än en gång</translation>
    </message>
    <message>
        <source>This very file was imported before, at %1.</source>
        <translation>Just den här filen importerades tidigare, %1.</translation>
    </message>
    <message>
        <source>The file is of the organisation number %1, the files before were of %2. Is it the right company?</source>
        <translation>Filen gäller organisationsnummer %1, tidigare filer gällde %2. Är det rätt företag?</translation>
    </message>
    <message>
        <source>The program frost-server is not at %1. It belongs beside this program.</source>
        <translation>Programmet frost-server finns inte på %1. Det ska ligga bredvid det här programmet.</translation>
    </message>
    <message>
        <source>This decision needs the record as it shall be.</source>
        <translation>Beslutet kräver posten så som den ska vara.</translation>
    </message>
    <message>
        <source>The keychain of this computer does not answer. If it is locked, unlock it; the next synchronisation asks again.</source>
        <translation>Datorns nyckelring svarar inte. Om den är låst, lås upp den; nästa synkronisering frågar igen.</translation>
    </message>
    <message>
        <source>The record %2 in %1 is closed (%3): it can be neither changed nor deleted. A correction is a record of its own.</source>
        <translation>Posten %2 i %1 är stängd (%3): den kan varken ändras eller tas bort. En rättelse är en egen post.</translation>
    </message>
    <message>
        <source>The record %2 in %1 cannot be deleted, because other records refer to it (%3: %4).</source>
        <translation>Posten %2 i %1 kan inte tas bort, eftersom andra poster hänvisar till den (%3: %4).</translation>
    </message>
    <message>
        <source>waits until what refers to it has been deleted there</source>
        <translation>väntar tills det som hänvisar till den har tagits bort där</translation>
    </message>
    <message>
        <source>%1 refers to %2, which has been deleted on the server</source>
        <translation>%1 hänvisar till %2, som har tagits bort på servern</translation>
    </message>
    <message>
        <source>The conflict %1 has nothing to choose from: what was sent was refused. Change the record, send it again or give it up.</source>
        <translation>I konflikten %1 finns inget att välja: det som skickades avvisades. Ändra posten, skicka den igen eller släng ändringen.</translation>
    </message>
    <message>
        <source>%1 takes no more requests for a while. It goes on by itself.</source>
        <translation>%1 tar inte emot fler anrop för tillfället. Det fortsätter av sig självt.</translation>
    </message>
    <message>
        <source>Too much waits for %1 at once. Try again later.</source>
        <translation>För mycket väntar på %1 samtidigt. Försök igen senare.</translation>
    </message>
    <message>
        <source>%1 failed several times in a row and is left in peace for a moment. It is tried again by itself.</source>
        <translation>%1 misslyckades flera gånger i rad och får vara i fred en stund. Ett nytt försök görs automatiskt.</translation>
    </message>
    <message>
        <source>Synchronising &quot;%1&quot; is paused.</source>
        <translation>Synkroniseringen av &quot;%1&quot; är pausad.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; belongs to the account &quot;%2&quot;; now &quot;%3&quot; answers. Nothing was exchanged.</source>
        <translation>&quot;%1&quot; hör till kontot &quot;%2&quot;; nu svarar &quot;%3&quot;. Inget utbyttes.</translation>
    </message>
    <message>
        <source>The rules cannot be used: %1 (%2).</source>
        <translation>Reglerna kan inte användas: %1 (%2).</translation>
    </message>
    <message>
        <source>The other side does not take records of this kind.</source>
        <translation>Andra sidan tar inte emot poster av det här slaget.</translation>
    </message>
    <message>
        <source>It is not clear yet whether it arrived; the other side is asked again.</source>
        <translation>Det är ännu oklart om den kom fram; andra sidan tillfrågas igen.</translation>
    </message>
    <message>
        <source>It did not arrive and is sent again.</source>
        <translation>Den kom inte fram och skickas igen.</translation>
    </message>
    <message>
        <source>Whether it arrived cannot be seen; it is sent again.</source>
        <translation>Det går inte att se om den kom fram; den skickas igen.</translation>
    </message>
    <message>
        <source>There is no room for a copy in %1. A dry run works on a copy of the company&apos;s file.</source>
        <translation>Det finns ingen plats för en kopia i %1. En provkörning arbetar på en kopia av företagets fil.</translation>
    </message>
    <message>
        <source>The rules of this connection do not send %1. It waits here until they do.</source>
        <translation>Reglerna för den här anslutningen skickar inte %1. Det väntar här tills de gör det.</translation>
    </message>
    <message>
        <source>The record %2 in %1 waits to be sent (%3); until then it can be neither changed nor deleted.</source>
        <translation>Posten %2 i %1 väntar på att skickas (%3); tills dess kan den varken ändras eller tas bort.</translation>
    </message>
    <message>
        <source>The record %2 in %1 was changed in two places. Decide that first.</source>
        <translation>Posten %2 i %1 har ändrats på två ställen. Avgör det först.</translation>
    </message>
    <message>
        <source>There is no step &quot;%2&quot; for %1. There are: %3.</source>
        <translation>Det finns inget steg ”%2” för %1. Det finns: %3.</translation>
    </message>
    <message>
        <source>This has been done, or waits to be sent, already: %1.</source>
        <translation>Detta är redan gjort eller väntar redan på att skickas: %1.</translation>
    </message>
    <message>
        <source>%1 is not possible yet. What is missing: %2.</source>
        <translation>%1 är inte möjligt än. Det som saknas: %2.</translation>
    </message>
    <message>
        <source>%1 is not possible. What stands against it: %2.</source>
        <translation>%1 är inte möjligt. Det som hindrar: %2.</translation>
    </message>
    <message>
        <source>The record has changed since it was looked at. Look at it again, then ask again.</source>
        <translation>Posten har ändrats sedan du såg på den. Granska den igen och begär sedan steget på nytt.</translation>
    </message>
    <message>
        <source>waits for what was asked of this record before</source>
        <translation>väntar på det som tidigare begärts för posten</translation>
    </message>
    <message>
        <source>%1 refers to a record that has been deleted and is not on the server</source>
        <translation>%1 hänvisar till en post som har tagits bort och inte finns på servern</translation>
    </message>
    <message>
        <source>On the other side it is closed (%1) and cannot be changed any more. Take that version (server-wins), and correct it by a record of its own.</source>
        <translation>På andra sidan är den stängd (%1) och kan inte ändras längre. Ta den versionen (server-wins) och rätta den med en egen post.</translation>
    </message>
    <message>
        <source>It is taken as a whole: one version or the other, never a mix of both.</source>
        <translation>Den tas som en helhet: den ena versionen eller den andra, aldrig en blandning.</translation>
    </message>
    <message>
        <source>The conflict %1 was changed again meanwhile. Look at it once more.</source>
        <translation>Konflikten %1 ändrades igen under tiden. Titta på den en gång till.</translation>
    </message>
    <message>
        <source>There is no field %1 in this conflict.</source>
        <translation>Det finns inget fält %1 i den här konflikten.</translation>
    </message>
    <message>
        <source>The conflict %1 is open: nothing was decided yet.</source>
        <translation>Konflikten %1 är öppen: inget har bestämts än.</translation>
    </message>
    <message>
        <source>The decision about conflict %1 has been sent, or may have been. It cannot be taken back, but earlier values can be restored.</source>
        <translation>Beslutet om konflikt %1 har skickats, eller kan ha skickats. Det kan inte ångras, men tidigare värden kan återställas.</translation>
    </message>
    <message>
        <source>The record was changed after the decision about conflict %1. It cannot be taken back, but earlier values can be restored.</source>
        <translation>Posten ändrades efter beslutet om konflikt %1. Det kan inte ångras, men tidigare värden kan återställas.</translation>
    </message>
    <message>
        <source>This decision was taken back already.</source>
        <translation>Det här beslutet är redan ångrat.</translation>
    </message>
    <message>
        <source>What stood there before conflict %1 was settled is not known. It cannot be taken back, but earlier values can be restored.</source>
        <translation>Vad som stod där innan konflikt %1 avgjordes är inte känt. Det kan inte ångras, men tidigare värden kan återställas.</translation>
    </message>
    <message>
        <source>What both sides had before conflict %1 is not known.</source>
        <translation>Vad båda sidor hade före konflikt %1 är inte känt.</translation>
    </message>
    <message>
        <source>In conflict %1 that side had deleted the record: it has no single field to restore.</source>
        <translation>I konflikt %1 hade den sidan tagit bort posten: den har inget enskilt fält att återställa.</translation>
    </message>
    <message>
        <source>The record has no row any more that %1 could be restored in.</source>
        <translation>Posten har inte längre någon rad där %1 kan återställas.</translation>
    </message>
    <message>
        <source>Values can be restored from mine, theirs or base.</source>
        <translation>Värden kan återställas från min, deras eller ursprunget.</translation>
    </message>
    <message>
        <source>The decision about conflict %1 has taken over that the record is closed (%2). It cannot be taken back; a correction is a record of its own.</source>
        <translation>Beslutet om konflikt %1 har tagit över att posten är stängd (%2). Det kan inte tas tillbaka; en rättelse är en egen post.</translation>
    </message>
    <message>
        <source>%2 exchanges data with &quot;%1&quot; for everybody. What you do here goes there through the firm&apos;s server.</source>
        <translation>%2 utbyter data med ”%1” för alla. Det du gör här når dit via företagsservern.</translation>
    </message>
    <message>
        <source>Another computer may have begun to exchange data with &quot;%1&quot; in the meantime. It is asked for again.</source>
        <translation>En annan dator kan under tiden ha börjat utbyta data med ”%1”. Frost frågar efter anslutningen igen.</translation>
    </message>
    <message>
        <source>waits until &quot;%1&quot; has it</source>
        <translation>väntar tills ”%1” har den</translation>
    </message>
    <message>
        <source>sent by the computer that exchanges data for everybody</source>
        <translation>skickad av datorn som utbyter data för alla</translation>
    </message>
    <message>
        <source>The firm&apos;s server could not be asked whether this computer may exchange data with &quot;%1&quot;. It is asked again by itself.</source>
        <translation>Företagsservern gick inte att fråga om den här datorn får utbyta data med ”%1”. Den tillfrågas igen av sig själv.</translation>
    </message>
    <message>
        <source>Something was sent to &quot;%1&quot; and not answered. Synchronise first, then let go.</source>
        <translation>Något har skickats till ”%1” utan att besvaras. Synkronisera först och släpp sedan anslutningen.</translation>
    </message>
    <message>
        <source>In %2 it is closed (%1) and cannot be changed any more. Keep your version (client-wins), and correct it by a record of its own.</source>
        <translation>I %2 är den stängd (%1) och kan inte ändras längre. Behåll din version (client-wins) och rätta den med en egen post.</translation>
    </message>
    <message>
        <source>The conflict %1 is not about two records with one number, or the number of yours is final. Only one version can stay.</source>
        <translation>Konflikt %1 gäller inte två poster med samma nummer, eller så är numret på din slutgiltigt. Bara en version kan finnas kvar.</translation>
    </message>
    <message>
        <source>No free number was found in the conflict %1. Say what your record shall be called.</source>
        <translation>Inget ledigt nummer hittades för konflikt %1. Ange vad din post ska heta.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; seems to have it already, but Frost could not read it there; it is asked again every time</source>
        <translation>”%1” tycks redan ha den, men Frost kunde inte läsa den där; det görs ett nytt försök varje gång</translation>
    </message>
    <message>
        <source>The other side changed unusually much (%2 of %3 records). Nothing more of it is done here until you have checked what happened there and let it go on.</source>
        <translation>Motsidan har ändrat ovanligt mycket (%2 av %3 poster). Inget mer av det görs här förrän du har kontrollerat vad som hände där och låter det fortsätta.</translation>
    </message>
    <message>
        <source>What is in %1 is damaged (%2). It was not used.</source>
        <translation>Innehållet i %1 är skadat (%2). Det användes inte.</translation>
    </message>
    <message>
        <source>Another program has the company %1 open. Close it, and try again.</source>
        <translation>Ett annat program har företaget %1 öppet. Stäng det och försök igen.</translation>
    </message>
    <message>
        <source>There is a file %1 already. Name another one.</source>
        <translation>Filen %1 finns redan. Välj ett annat namn.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written. Is the folder there, and is there room?</source>
        <translation>Filen %1 kan inte skrivas. Finns mappen, och finns det plats?</translation>
    </message>
    <message>
        <source>There can be no rule about %2 of %1: it weighs much, or belongs together with other fields. You are asked each time.</source>
        <translation>Det kan inte finnas någon regel för fältet %2 (%1): det väger tungt eller hör ihop med andra fält. Du blir tillfrågad varje gång.</translation>
    </message>
    <message>
        <source>The record %2 in %1 has not been deleted. Delete it first: only what is deleted can be erased.</source>
        <translation>Posten %2 i %1 är inte borttagen. Ta bort den först: bara det som är borttaget kan raderas för gott.</translation>
    </message>
    <message>
        <source>The record %2 in %1 has been erased: nothing of it is left to bring back.</source>
        <translation>Posten %2 i %1 är raderad för gott: inget finns kvar att hämta tillbaka.</translation>
    </message>
    <message>
        <source>The books are closed up to and including %1: nothing dated then can be made, changed or deleted. Give it a later date, correct it by a record with a later date, or open the period again under &quot;Closed periods&quot;.</source>
        <translation>Bokföringen är stängd till och med %1: inget med datum då kan skapas, ändras eller tas bort. Ge posten ett senare datum, rätta den med en post med senare datum, eller öppna perioden igen under ”Stängda perioder”.</translation>
    </message>
    <message>
        <source>The rules for all companies cannot be read, and nothing is exchanged without them. Mend the file %1, or set the rules anew. You can go on working meanwhile.</source>
        <translation>Reglerna för alla företag kan inte läsas, och utan dem utbyts inget. Rätta filen %1 eller ange reglerna på nytt. Du kan arbeta vidare under tiden.</translation>
    </message>
    <message>
        <source>The rules for all companies are gone (%1), and nothing is exchanged without them. Put the file back, or set the rules anew. You can go on working meanwhile.</source>
        <translation>Reglerna för alla företag är borta (%1), och utan dem utbyts inget. Lägg tillbaka filen eller ange reglerna på nytt. Du kan arbeta vidare under tiden.</translation>
    </message>
    <message>
        <source>The rules for all companies cannot be written to %1. Check that there is room and that you may write there.</source>
        <translation>Reglerna för alla företag kan inte skrivas till %1. Se efter att det finns plats och att du får skriva där.</translation>
    </message>
    <message>
        <source>On the other side it has its number (%1), is in the books and cannot be changed any more. Take that version (server-wins), and correct it by a record of its own.</source>
        <translation>På andra sidan har den fått sitt nummer (%1), är bokförd och kan inte ändras längre. Ta den versionen (server-wins) och rätta den med en egen post.</translation>
    </message>
    <message>
        <source>The books are closed up to and including %1, and it is dated then. Take the version of the other side (server-wins), and correct it by a record with a later date.</source>
        <translation>Bokföringen är stängd till och med %1, och posten har ett datum då. Ta den andra sidans version (server-wins) och rätta den med en post med senare datum.</translation>
    </message>
    <message>
        <source>The PDF cannot be written to %1. Check that there is room and that you may write there.</source>
        <translation>PDF-filen kan inte skrivas till %1. Se efter att det finns plats och att du får skriva där.</translation>
    </message>
    <message>
        <source>The record %2 in %1 has its number (%3) and is in the books: it can be neither changed nor deleted. Correct it by a voucher of its own (the step &quot;Correct the voucher&quot;, correct).</source>
        <translation>Posten %2 i %1 har fått sitt nummer (%3) och är bokförd: den kan varken ändras eller tas bort. Rätta den med en egen verifikation (steget ”Rätta verifikationen”, correct).</translation>
    </message>
    <message>
        <source>This has been corrected already, by the record %2. Correct that one where it is wrong.</source>
        <translation>Detta är redan rättat, med posten %2. Rätta den om den är fel.</translation>
    </message>
    <message>
        <source>Since the decision about conflict %1 there are two records, and the second has been changed or is being edited. It cannot be taken back; delete the one that is not needed.</source>
        <translation>Sedan beslutet om konflikt %1 finns det två poster, och den andra har ändrats eller håller på att redigeras. Det kan inte tas tillbaka; ta bort den som inte behövs.</translation>
    </message>
    <message>
        <source>a currency has three capital letters, such as SEK</source>
        <translation>en valuta har tre versaler, till exempel SEK</translation>
    </message>
    <message>
        <source>a country has two capital letters, such as SE</source>
        <translation>ett land har två versaler, till exempel SE</translation>
    </message>
</context>
<context>
    <name>frost::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Stäng meddelandet</translation>
    </message>
</context>
<context>
    <name>frost::CompanySwitcher</name>
    <message>
        <source>Open company</source>
        <translation>Öppna företag</translation>
    </message>
    <message>
        <source>Type a part of the name</source>
        <translation>Skriv en del av namnet</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Företag</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Företag</translation>
    </message>
    <message>
        <source>%1 (open)</source>
        <translation>%1 (öppet)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
</context>
<context>
    <name>frost::CompanyView</name>
    <message>
        <source>Company</source>
        <translation>Företag</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>Byrå</translation>
    </message>
</context>
<context>
    <name>frost::ConnectionCard</name>
    <message>
        <source>Next attempt at %1.</source>
        <translation>Nästa försök %1.</translation>
    </message>
    <message>
        <source>Next attempt in %1.</source>
        <translation>Nästa försök om %1.</translation>
    </message>
    <message>
        <source>S&amp;ign in …</source>
        <translation>&amp;Logga in …</translation>
    </message>
    <message>
        <source>Progress of the synchronisation</source>
        <translation>Synkroniseringens förlopp</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 av %2</translation>
    </message>
    <message>
        <source>%1 · about %2 left</source>
        <translation>%1 · ca %2 kvar</translation>
    </message>
    <message>
        <source>&amp;Check and go on …</source>
        <translation>&amp;Kontrollera och fortsätt …</translation>
    </message>
    <message>
        <source>The server has failed several times and is left in peace until %1.</source>
        <translation>Servern har svarat med fel flera gånger och lämnas i fred till %1.</translation>
    </message>
    <message>
        <source>The server has failed several times; one request tries whether it works again.</source>
        <translation>Servern har svarat med fel flera gånger; en förfrågan prövar om den fungerar igen.</translation>
    </message>
    <message>
        <source>&amp;When …</source>
        <translation>&amp;När …</translation>
    </message>
    <message>
        <source>When to synchronise</source>
        <translation>När det ska synkroniseras</translation>
    </message>
    <message>
        <source>Rules …</source>
        <translation>Regler …</translation>
    </message>
    <message>
        <source>What is decided without a question where both sides changed a field</source>
        <translation>Vad som bestäms utan att fråga där båda sidor ändrade ett fält</translation>
    </message>
    <message>
        <source>Rules of %1</source>
        <translation>Regler för %1</translation>
    </message>
</context>
<context>
    <name>frost::DateEdit</name>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>date format</comment>
        <extracomment>A date in full, as people say it: weekday, day, month, year.</extracomment>
        <translation>dddd d MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>frost::DecisionFields</name>
    <message>
        <source>merged by itself</source>
        <translation>sammanslaget av sig självt</translation>
    </message>
    <message>
        <source>(not known)</source>
        <translation>(okänt)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Fält</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Ursprung</translation>
    </message>
    <message>
        <source>My change</source>
        <translation>Min ändring</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Deras</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Valt</translation>
    </message>
</context>
<context>
    <name>frost::DecisionModel</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>Väntar på att skickas</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Skickat</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>Inget att skicka</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Inte godtaget</translation>
    </message>
    <message>
        <source>Asked about again</source>
        <translation>Ny fråga</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Uppgivet</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Ångrat</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Avgjort</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Allt</translation>
    </message>
    <message>
        <source>Both sides came to agree</source>
        <translation>Båda sidor blev överens</translation>
    </message>
    <message>
        <source>Everything: %1</source>
        <translation>Allt: %1</translation>
    </message>
    <message>
        <source>Everything: mine</source>
        <translation>Allt: min</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Sammanslaget</translation>
    </message>
    <message>
        <source>The later change of each field</source>
        <translation>Den senare ändringen av varje fält</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>För hand</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 av %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 och %n till</numerusform>
            <numerusform>%1 och %n till</numerusform>
        </translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>Synkroniseringen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>När</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Vem</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>Vad som bestämdes</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Läge</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Anslutning</translation>
    </message>
    <message>
        <source>Both kept</source>
        <translation>Båda behölls</translation>
    </message>
    <message>
        <source>The changes of both sides</source>
        <translation>Bådas ändringar</translation>
    </message>
    <message>
        <source>Rule of the connection</source>
        <translation>Anslutningens regel</translation>
    </message>
</context>
<context>
    <name>frost::DecisionsTab</name>
    <message>
        <source>Un&amp;do decision</source>
        <translation>Ån&amp;gra sammanslagning</translation>
    </message>
    <message>
        <source>Opens the conflict again, as it was before. Possible until the decision is sent.</source>
        <translation>Öppnar konflikten igen, som den var förut. Möjligt tills beslutet har skickats.</translation>
    </message>
    <message>
        <source>R&amp;estore …</source>
        <translation>Åt&amp;erställ …</translation>
    </message>
    <message>
        <source>Makes a new change with values from before the decision.</source>
        <translation>Gör en ny ändring med värden från före beslutet.</translation>
    </message>
    <message>
        <source>Open &amp;record</source>
        <translation>Öppna p&amp;ost</translation>
    </message>
    <message>
        <source>What was decided in conflicts, the newest first</source>
        <translation>Vad som bestämdes i konflikter, det senaste först</translation>
    </message>
    <message>
        <source>Fields of the decision: base, my change, theirs and the result</source>
        <translation>Beslutets fält: ursprung, min ändring, deras och resultatet</translation>
    </message>
    <message>
        <source>Nothing was decided yet. What you choose in a conflict is kept here for good, with what both sides had.</source>
        <translation>Inget har bestämts än. Det du väljer i en konflikt sparas här för gott, med det båda sidor hade.</translation>
    </message>
    <message>
        <source>Undone. The conflict is open again.</source>
        <translation>Ångrat. Konflikten är öppen igen.</translation>
    </message>
    <message>
        <source>Co&amp;mpare …</source>
        <translation>&amp;Jämför …</translation>
    </message>
    <message>
        <source>Restored. It is sent with the next synchronisation.</source>
        <translation>Återställt. Det skickas med nästa synkronisering.</translation>
    </message>
</context>
<context>
    <name>frost::DemoStrip</name>
    <message>
        <source>EXAMPLE</source>
        <translation>EXEMPEL</translation>
    </message>
    <message>
        <source>Nothing here is real. Go offline, change something, let the colleague change the same, and bring the server back.</source>
        <translation>Inget här är på riktigt. Gå offline, ändra något, låt kollegan ändra samma sak och starta servern igen.</translation>
    </message>
    <message>
        <source>What happens in the example</source>
        <translation>Det som händer i exemplet</translation>
    </message>
    <message>
        <source>The server goes away, as on a train</source>
        <translation>Servern försvinner, som på ett tåg</translation>
    </message>
    <message>
        <source>Server fault</source>
        <translation>Serverfel</translation>
    </message>
    <message>
        <source>A colleague edits</source>
        <translation>Kollegan ändrar</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Börja om</translation>
    </message>
    <message>
        <source>A new example company</source>
        <translation>Ett nytt exempelföretag</translation>
    </message>
    <message>
        <source>The colleague changed %1: %2</source>
        <translation>Kollegan ändrade %1: %2</translation>
    </message>
    <message>
        <source>Go offline</source>
        <translation>Gå offline</translation>
    </message>
    <message>
        <source>Server back</source>
        <translation>Starta servern</translation>
    </message>
    <message>
        <source>The server answers every request with a failure of its own</source>
        <translation>Servern svarar på varje fråga med ett eget fel</translation>
    </message>
    <message>
        <source>The colleague changes the record that was last changed here; the arrow has other deeds</source>
        <translation>Kollegan ändrar det som senast ändrades här; pilen har andra saker hon kan göra</translation>
    </message>
    <message>
        <source>Changes &amp;fields</source>
        <translation>Ändrar &amp;fält</translation>
    </message>
    <message>
        <source>Removes the last &amp;row</source>
        <translation>Tar bort sista &amp;raden</translation>
    </message>
    <message>
        <source>&amp;Books it</source>
        <translation>&amp;Bokför den</translation>
    </message>
    <message>
        <source>&amp;Deletes it</source>
        <translation>&amp;Tar bort den</translation>
    </message>
    <message>
        <source>The colleague removed a row of %1</source>
        <translation>Kollegan tog bort en rad i %1</translation>
    </message>
    <message>
        <source>The colleague booked %1</source>
        <translation>Kollegan bokförde %1</translation>
    </message>
    <message>
        <source>The colleague deleted %1</source>
        <translation>Kollegan tog bort %1</translation>
    </message>
    <message>
        <source>Writes a &amp;note</source>
        <translation>Skriver en a&amp;nteckning</translation>
    </message>
    <message>
        <source>&amp;Adds a row</source>
        <translation>L&amp;ägger till en rad</translation>
    </message>
    <message>
        <source>The colleague wrote a note: %1</source>
        <translation>Kollegan skrev en anteckning: %1</translation>
    </message>
    <message>
        <source>The colleague added a row: %1</source>
        <translation>Kollegan lade till en rad: %1</translation>
    </message>
</context>
<context>
    <name>frost::DiscardDialog</name>
    <message>
        <source>Discard</source>
        <translation>Förkasta</translation>
    </message>
    <message>
        <source>%1: do not send it?</source>
        <translation>%1: ska den inte skickas?</translation>
    </message>
    <message>
        <source>It stays on this computer. It is sent after all when somebody changes it, or when you choose Send after all in the list of what is kept here. What refers to it waits until then.</source>
        <translation>Posten blir kvar på den här datorn. Den skickas ändå om någon ändrar den, eller när du väljer Skicka ändå i listan över det som bara finns här. Det som hänvisar till den väntar tills dess.</translation>
    </message>
    <message>
        <source>&amp;Keep it here, do not send</source>
        <translation>&amp;Behåll här, skicka inte</translation>
    </message>
    <message>
        <source>It is booked or cancelled, so it cannot be deleted here.</source>
        <translation>Posten är bokförd eller makulerad och kan därför inte tas bort här.</translation>
    </message>
    <message>
        <source>&amp;Delete it here</source>
        <translation>&amp;Ta bort här</translation>
    </message>
    <message>
        <source>%1: undo the change?</source>
        <translation>%1: ska ändringen ångras?</translation>
    </message>
    <message>
        <source>It becomes again what %1 has. What you changed is undone: %2.</source>
        <translation>Posten blir åter likadan som i %1. Det du ändrade ångras: %2.</translation>
    </message>
    <message>
        <source>It is booked or cancelled here, and would no longer be. The activity log keeps both.</source>
        <translation>Posten är bokförd eller makulerad här och skulle inte längre vara det. Behandlingshistoriken behåller båda.</translation>
    </message>
    <message>
        <source>&amp;Undo my change</source>
        <translation>&amp;Ångra min ändring</translation>
    </message>
    <message>
        <source>%1: take the deletion back?</source>
        <translation>%1: ska borttagningen tas tillbaka?</translation>
    </message>
    <message>
        <source>It is in the lists again, and nothing is deleted anywhere else.</source>
        <translation>Posten finns i listorna igen, och inget tas bort någon annanstans.</translation>
    </message>
    <message>
        <source>&amp;Take the deletion back</source>
        <translation>Ta till&amp;baka borttagningen</translation>
    </message>
    <message>
        <source>%1: take it back?</source>
        <translation>%1: ska det tas tillbaka?</translation>
    </message>
    <message>
        <source>The record stays as it is and can be changed again. What was asked of it after this is taken back as well.</source>
        <translation>Posten förblir som den är och kan ändras igen. Det som begärts efter detta tas också tillbaka.</translation>
    </message>
    <message>
        <source>&amp;Take it back</source>
        <translation>&amp;Ta tillbaka</translation>
    </message>
</context>
<context>
    <name>frost::DraftBanner</name>
    <message>
        <source>Go on</source>
        <translation>Fortsätt</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) closed before being saved, kept as draft(s).</source>
        <translation>
            <numerusform>%n post stängdes innan den sparades och finns kvar som utkast.</numerusform>
            <numerusform>%n poster stängdes innan de sparades och finns kvar som utkast.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) left half-typed when Frost was last closed. Nothing is lost.</source>
        <translation>
            <numerusform>%n post höll på att skrivas in när Frost senast stängdes. Inget har gått förlorat.</numerusform>
            <numerusform>%n poster höll på att skrivas in när Frost senast stängdes. Inget har gått förlorat.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frost::FieldInput</name>
    <message>
        <source>%1 *</source>
        <comment>a field that must be filled in</comment>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>%1, required</source>
        <translation>%1, obligatoriskt</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fel</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Varning</translation>
    </message>
</context>
<context>
    <name>frost::Footer</name>
    <message>
        <source>Rows and sums</source>
        <translation>Rader och summor</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln rad</numerusform>
            <numerusform>%Ln rader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln markerad</numerusform>
            <numerusform>%Ln markerade</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, too many to add up</source>
        <comment>1000 selected, ...</comment>
        <translation>%1, för många att summera</translation>
    </message>
</context>
<context>
    <name>frost::HistoryModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>When</source>
        <translation>När</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Tidsåtgång</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Mottagna</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nya</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Ändrade</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Borttagna</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Sammanslagna</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Skickade</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Nekade</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikter</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Anslutning</translation>
    </message>
</context>
<context>
    <name>frost::HistoryTab</name>
    <message>
        <source>Only runs that &amp;brought or sent something, or failed</source>
        <translation>Bara synkroniseringar som hämtade eller skickade något, eller &amp;misslyckades</translation>
    </message>
    <message>
        <source>Synchronisations so far, the newest first</source>
        <translation>Synkroniseringar hittills, den senaste först</translation>
    </message>
    <message>
        <source>Nothing came or went lately.</source>
        <translation>Inget har hämtats eller skickats på sistone.</translation>
    </message>
    <message>
        <source>Not synced yet. Each synchronisation is listed here.</source>
        <translation>Inte synkat än. Varje synkronisering visas här.</translation>
    </message>
</context>
<context>
    <name>frost::LogTab</name>
    <message>
        <source>Not synced yet.</source>
        <translation>Inte synkat än.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 received, %2 sent, %3 not accepted, %4 in conflict.</source>
        <translation>%1 mottagna, %2 skickade, %3 nekade, %4 i konflikt.</translation>
    </message>
    <message>
        <source>The last synchronisation ended well at %1: %2</source>
        <translation>Den senaste synkroniseringen gick bra %1: %2</translation>
    </message>
    <message>
        <source>&amp;Technical detail:</source>
        <translation>Tekniska &amp;detaljer:</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>Ko&amp;piera</translation>
    </message>
    <message>
        <source>Copy the explanation and the technical detail</source>
        <translation>Kopiera förklaringen och de tekniska detaljerna</translation>
    </message>
    <message>
        <source>The last synchronisation</source>
        <translation>Den senaste synkroniseringen</translation>
    </message>
    <message>
        <source>This company is kept on this computer only.</source>
        <translation>Det här företaget finns bara på den här datorn.</translation>
    </message>
</context>
<context>
    <name>frost::MainWindow</name>
    <message>
        <source>About Frost</source>
        <translation>Om Frost</translation>
    </message>
    <message>
        <source>Frost %1
Offline-first bookkeeping. Free software under the GNU GPL, version 3 or later.
Icons: Breeze, KDE, GNU LGPL version 3 or later.</source>
        <translation>Frost %1
Bokföring som fungerar utan nätverk. Fri programvara under GNU GPL, version 3 eller senare.
Ikoner: Breeze, KDE, GNU LGPL version 3 eller senare.</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation>Öppnar %1 …</translation>
    </message>
    <message>
        <source>Preparing the example company …</source>
        <translation>Förbereder exempelföretaget …</translation>
    </message>
    <message>
        <source>Import SIE file</source>
        <translation>Importera SIE-fil</translation>
    </message>
    <message>
        <source>SIE files (*.se *.si *.SE *.SI);;All files (*)</source>
        <translation>SIE-filer (*.se *.si *.SE *.SI);;Alla filer (*)</translation>
    </message>
    <message>
        <source>%1 – Frost</source>
        <translation>%1 – Frost</translation>
    </message>
    <message>
        <source>Back up company</source>
        <translation>Säkerhetskopiera företag</translation>
    </message>
    <message>
        <source>Frost companies (*.frost)</source>
        <translation>Frost-företag (*.frost)</translation>
    </message>
    <message>
        <source>Backing up …</source>
        <translation>Säkerhetskopierar …</translation>
    </message>
    <message>
        <source>Backed up and checked: %1</source>
        <translation>Säkerhetskopierat och kontrollerat: %1</translation>
    </message>
    <message>
        <source>No backup was made</source>
        <translation>Ingen säkerhetskopia gjordes</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Återställ en säkerhetskopia</translation>
    </message>
    <message>
        <source>The company in this backup takes the place of the one that is here.</source>
        <translation>Företaget i säkerhetskopian tar platsen för det som finns här.</translation>
    </message>
    <message>
        <source>What is here now is kept in a file beside it. Nothing is synchronised until you have signed in again.</source>
        <translation>Det som finns här nu sparas i en fil bredvid. Ingenting synkroniseras förrän du har loggat in igen.</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Återställ</translation>
    </message>
    <message>
        <source>Restoring %1 …</source>
        <translation>Återställer %1 …</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Återställt</translation>
    </message>
    <message>
        <source>The company %1 has been restored.</source>
        <translation>Företaget %1 har återställts.</translation>
    </message>
    <message>
        <source>What was here before is kept: %1</source>
        <translation>Det som fanns här förut är sparat: %1</translation>
    </message>
</context>
<context>
    <name>frost::MassDialog</name>
    <message>
        <source>%1 of %2 records were deleted there. If you go on, they are deleted here as well.</source>
        <translation>%1 av %2 poster har tagits bort där. Om du fortsätter tas de bort här också.</translation>
    </message>
    <message>
        <source>%1 of %2 records are not there any more: it looks empty. If you go on, they are deleted here as well.</source>
        <translation>%1 av %2 poster finns inte längre där: det ser tomt ut. Om du fortsätter tas de bort här också.</translation>
    </message>
    <message>
        <source>%1 of %2 records are not known there any more, as after a restore from an old backup. If you go on, they are sent there again.</source>
        <translation>%1 av %2 poster är inte längre kända där, som efter en återställning från en gammal säkerhetskopia. Om du fortsätter skickas de dit igen.</translation>
    </message>
    <message>
        <source>%1 of %2 records were changed there. If you go on, they are changed here as well.</source>
        <translation>%1 av %2 poster har ändrats där. Om du fortsätter ändras de här också.</translation>
    </message>
    <message>
        <source>Unusually many changes</source>
        <translation>Ovanligt många ändringar</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Fortsätt</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>&amp;Låt bli</translation>
    </message>
    <message>
        <source>Is %1 the right place, and does somebody there know of it? Nothing more is done here until you have decided.</source>
        <translation>Är %1 rätt ställe, och känner någon där till det? Inget mer görs här förrän du har bestämt dig.</translation>
    </message>
</context>
<context>
    <name>frost::Navigation</name>
    <message>
        <source>Parts of the company</source>
        <translation>Företagets register</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>Synkronisering</translation>
    </message>
    <message>
        <source>Synchronisation (%1)</source>
        <translation>Synkronisering (%1)</translation>
    </message>
</context>
<context>
    <name>frost::NewCompanyDialog</name>
    <message>
        <source>New company</source>
        <translation>Nytt företag</translation>
    </message>
    <message>
        <source>&amp;Company</source>
        <translation>&amp;Företag</translation>
    </message>
    <message>
        <source>letters, digits, - and _</source>
        <translation>bokstäver, siffror, - och _</translation>
    </message>
    <message>
        <source>&amp;Firm</source>
        <translation>&amp;Byrå</translation>
    </message>
    <message>
        <source>the bookkeeping firm it belongs to</source>
        <translation>redovisningsbyrån som företaget hör till</translation>
    </message>
    <message>
        <source>Make the company</source>
        <translation>Skapa företaget</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Verksamhet</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Verksamhet</translation>
    </message>
</context>
<context>
    <name>frost::QueueModel</name>
    <message>
        <source>Tried again at %1.</source>
        <translation>Nytt försök görs %1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändring</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Orsak</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sedan</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Försök</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Anslutning</translation>
    </message>
</context>
<context>
    <name>frost::QueueTab</name>
    <message>
        <source>Everything open</source>
        <translation>Allt som återstår</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Väntar</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Skickas</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikter</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Nekade</translation>
    </message>
    <message>
        <source>Kept here, not sent</source>
        <translation>Behållna här, skickas inte</translation>
    </message>
    <message>
        <source>Sent or withdrawn</source>
        <translation>Skickade eller återtagna</translation>
    </message>
    <message>
        <source>S&amp;how:</source>
        <translation>Vi&amp;sa:</translation>
    </message>
    <message>
        <source>Which changes are listed</source>
        <translation>Vilka ändringar som visas</translation>
    </message>
    <message>
        <source>Changes to be sent</source>
        <translation>Ändringar att skicka</translation>
    </message>
    <message>
        <source>&amp;Discard …</source>
        <translation>&amp;Förkasta …</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>This company is kept on this computer only: there is nowhere to send anything. Connect it to a server, and what you have here is sent there.</source>
        <translation>Det här företaget finns bara på den här datorn: det finns ingenstans att skicka något. Anslut det till en server så skickas det du har här dit.</translation>
    </message>
    <message>
        <source>Everything you have done is sent. What you change shows up here until it has arrived.</source>
        <translation>Allt du har gjort är skickat. Det du ändrar visas här tills det har kommit fram.</translation>
    </message>
    <message>
        <source>Nothing was refused.</source>
        <translation>Inget har nekats.</translation>
    </message>
    <message>
        <source>Nothing is kept back. What you discard instead of sending is listed here and can be sent after all.</source>
        <translation>Inget hålls tillbaka. Det du förkastar i stället för att skicka visas här och kan skickas ändå.</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>Här är tomt.</translation>
    </message>
    <message>
        <source>Send &amp;after all</source>
        <translation>Skicka &amp;ändå</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Försök ig&amp;en</translation>
    </message>
    <message>
        <source>It has just been sent, or waits for a choice in a conflict.</source>
        <translation>Den har just skickats, eller väntar på ett val i en konflikt.</translation>
    </message>
    <message>
        <source>What the server has is not known here, so the change cannot be undone. Synchronise first.</source>
        <translation>Serverns innehåll är inte känt här, så ändringen kan inte ångras. Synka först.</translation>
    </message>
    <message>
        <source>Co&amp;mpare …</source>
        <translation>&amp;Jämför …</translation>
    </message>
    <message>
        <source>Open &amp;record</source>
        <translation>Öppna &amp;posten</translation>
    </message>
    <message>
        <source>Another &amp;number …</source>
        <translation>Annat &amp;nummer …</translation>
    </message>
</context>
<context>
    <name>frost::RecordForm::Parts</name>
    <message>
        <source>The record was changed by the sync while you were editing. Your text is kept.</source>
        <translation>Posten ändrades vid synkronisering medan du redigerade. Det du har skrivit är kvar.</translation>
    </message>
    <message>
        <source>The record was changed by the sync while you were editing, also here: %1. Your text is kept; saving writes it over the change.</source>
        <translation>Posten ändrades vid synkronisering medan du redigerade, även här: %1. Det du har skrivit är kvar; när du sparar ersätter det ändringen.</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Förkasta ändringarna</translation>
    </message>
    <message>
        <source>This record has been deleted.</source>
        <translation>Den här posten är borttagen.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Återställ</translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <comment>title of a form: a record that is not saved</comment>
        <translation>%1 (ny)</translation>
    </message>
    <message>
        <source>Saved here, not sent</source>
        <translation>Sparad här, inte skickad</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Inte sparad</translation>
    </message>
    <message>
        <source>A provisional number. The final one is given when the record has been sent.</source>
        <translation>Ett preliminärt nummer. Det slutliga ges när posten har skickats.</translation>
    </message>
    <message>
        <source>This record was changed in two places.</source>
        <translation>Den här posten har ändrats på två ställen.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Jämför</translation>
    </message>
    <message>
        <source>%1: it cannot be changed any more. A correction is a record of its own.</source>
        <comment>Booked: it cannot ...</comment>
        <translation>%1: posten kan inte längre ändras. En rättelse görs som en egen post.</translation>
    </message>
    <message>
        <source>What you typed could not be kept as a draft: %1</source>
        <translation>Det du skrev kunde inte sparas som utkast: %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Close; what is not saved is kept as a draft (%1)</source>
        <translation>Stäng; det som inte är sparat finns kvar som utkast (%1)</translation>
    </message>
    <message>
        <source>What you typed and did not save (%1) is back.</source>
        <translation>Det du skrev men inte sparade (%1) är tillbaka.</translation>
    </message>
    <message>
        <source>What you typed and did not save (%1) is back. The record has changed since then; your text is kept.</source>
        <translation>Det du skrev men inte sparade (%1) är tillbaka. Posten har ändrats sedan dess; det du skrivit är kvar.</translation>
    </message>
    <message>
        <source>%1: waits to be sent. Until then nothing can be changed.</source>
        <comment>Book: waits ...</comment>
        <translation>%1: väntar på att skickas. Tills dess kan inget ändras.</translation>
    </message>
    <message>
        <source>Next step</source>
        <comment>button: book, mark as sent, cancel</comment>
        <translation>Nästa steg</translation>
    </message>
    <message>
        <source>Not accepted: %1</source>
        <translation>Togs inte emot: %1</translation>
    </message>
    <message>
        <source>Show in the queue</source>
        <translation>Visa i kön</translation>
    </message>
    <message>
        <source>The books are closed up to and including %1. To book it, give it a later date.</source>
        <translation>Bokföringen är stängd till och med %1. Ge posten ett senare datum för att bokföra den.</translation>
    </message>
    <message>
        <source>The books are closed up to and including %1: it cannot be changed any more. A correction is a record of its own, with a later date.</source>
        <translation>Bokföringen är stängd till och med %1: posten kan inte ändras längre. En rättelse är en egen post, med senare datum.</translation>
    </message>
    <message>
        <source>It has its number and is in the books: it cannot be changed any more. Correct it by a voucher of its own (&quot;Next step&quot;).</source>
        <translation>Den har fått sitt nummer och är bokförd: den kan inte ändras längre. Rätta den med en egen verifikation (”Nästa steg”).</translation>
    </message>
    <message>
        <source>There is a correction of it: %1.</source>
        <translation>Det finns en rättelse av den: %1.</translation>
    </message>
    <message>
        <source>Show the correction</source>
        <translation>Visa rättelsen</translation>
    </message>
    <message>
        <source>The company server counts every series by itself: with a series of its own in the field %1, a device has its numbers to itself.</source>
        <translation>Företagsservern räknar varje serie för sig: med en egen serie i fältet %1 har en enhet sina nummer för sig själv.</translation>
    </message>
</context>
<context>
    <name>frost::RecordPage</name>
    <message>
        <source>Row %1: %2</source>
        <translation>Rad %1: %2</translation>
    </message>
    <message>
        <source>Row %1, %2: %3</source>
        <translation>Rad %1, %2: %3</translation>
    </message>
</context>
<context>
    <name>frost::RecordsModel</name>
    <message>
        <source>Kept here, not sent yet</source>
        <translation>Sparad här, inte skickad än</translation>
    </message>
    <message>
        <source>Kept here; the other side refuses it</source>
        <translation>Sparad här; nekad av mottagaren</translation>
    </message>
    <message>
        <source>Changed on two sides: needs your decision</source>
        <translation>Ändrad på två ställen: behöver ditt beslut</translation>
    </message>
    <message>
        <source>%1: empty</source>
        <comment>a cell as a screen reader says it</comment>
        <translation>%1: tomt</translation>
    </message>
</context>
<context>
    <name>frost::RecordsPage</name>
    <message>
        <source>Search %1 …</source>
        <translation>Sök %1 …</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Sök</translation>
    </message>
    <message>
        <source>Show all rows again</source>
        <translation>Visa alla rader igen</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>Skapa %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field: value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>inget värde</translation>
    </message>
    <message>
        <source>Filters: %1. Press to show all rows again.</source>
        <translation>Filter: %1. Tryck för att visa alla rader igen.</translation>
    </message>
    <message>
        <source>Nothing here fits the search.</source>
        <translation>Inga träffar på sökningen.</translation>
    </message>
    <message>
        <source>%1 deleted.</source>
        <translation>%1 togs bort.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
    <message>
        <source>%1 rows are selected. At most %2 can be deleted at once.</source>
        <translation>%1 rader är markerade. Högst %2 kan tas bort på en gång.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) deleted.</source>
        <translation>
            <numerusform>%Ln post borttagen.</numerusform>
            <numerusform>%Ln poster borttagna.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) not deleted.</source>
        <translation>
            <numerusform>%Ln post togs inte bort.</numerusform>
            <numerusform>%Ln poster togs inte bort.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here yet. %1 makes the first one.</source>
        <translation>Här är tomt än så länge. %1 skapar den första posten.</translation>
    </message>
</context>
<context>
    <name>frost::RecordsView</name>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Kopiera rader</translation>
    </message>
    <message>
        <source>Only rows without a value here</source>
        <translation>Bara rader utan värde här</translation>
    </message>
    <message>
        <source>Only rows with “%1”</source>
        <translation>Bara rader med ”%1”</translation>
    </message>
    <message>
        <source>Too many rows to copy: %1. At most %2 can be copied at once.</source>
        <translation>För många rader att kopiera: %1. Högst %2 kan kopieras på en gång.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolumner</translation>
    </message>
</context>
<context>
    <name>frost::ReferenceList</name>
    <message>
        <source>Matching records</source>
        <translation>Träffar</translation>
    </message>
</context>
<context>
    <name>frost::RestoreDialog</name>
    <message>
        <source>Restore earlier values</source>
        <translation>Återställ tidigare värden</translation>
    </message>
    <message>
        <source>%1 is changed once more, with values it had in this conflict. The change is sent like any other.</source>
        <translation>%1 ändras en gång till, med värden den hade i den här konflikten. Ändringen skickas som alla andra.</translation>
    </message>
    <message>
        <source>Whose values</source>
        <translation>Vems värden</translation>
    </message>
    <message>
        <source>&amp;Mine, as they were before the decision</source>
        <translation>&amp;Mina, som de var före beslutet</translation>
    </message>
    <message>
        <source>&amp;Theirs, from %1</source>
        <translation>&amp;Deras, från %1</translation>
    </message>
    <message>
        <source>&amp;Base: what both sides had before</source>
        <translation>&amp;Ursprunget: vad båda sidor hade innan</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Hur mycket</translation>
    </message>
    <message>
        <source>&amp;Only %1</source>
        <translation>&amp;Bara %1</translation>
    </message>
    <message>
        <source>The &amp;whole record</source>
        <translation>&amp;Hela posten</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Återställ</translation>
    </message>
</context>
<context>
    <name>frost::RowsModel</name>
    <message>
        <source>%1, row %2: %3</source>
        <comment>a cell as a screen reader says it</comment>
        <translation>%1, rad %2: %3</translation>
    </message>
</context>
<context>
    <name>frost::RowsView</name>
    <message>
        <source>New row above</source>
        <translation>Ny rad ovanför</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>Ta bort raden</translation>
    </message>
    <message>
        <source>Copy cell above</source>
        <translation>Kopiera cellen ovanför</translation>
    </message>
    <message>
        <source>Move row up</source>
        <translation>Flytta raden uppåt</translation>
    </message>
    <message>
        <source>Move row down</source>
        <translation>Flytta raden nedåt</translation>
    </message>
    <message>
        <source>Undo in rows</source>
        <translation>Ångra i raderna</translation>
    </message>
    <message>
        <source>Redo in rows</source>
        <translation>Gör om i raderna</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Kolumner…</translation>
    </message>
</context>
<context>
    <name>frost::ScheduleDialog</name>
    <message>
        <source>When something changes, and regularly</source>
        <translation>När något ändras, och regelbundet</translation>
    </message>
    <message>
        <source>Regularly</source>
        <translation>Regelbundet</translation>
    </message>
    <message>
        <source>At certain times of day</source>
        <translation>Vissa tider på dagen</translation>
    </message>
    <message>
        <source>Only when I choose Sync now</source>
        <translation>Bara när jag väljer Synka nu</translation>
    </message>
    <message>
        <source>Synchronise at &amp;once when the network is back</source>
        <translation>Synkronisera &amp;genast när nätet är tillbaka</translation>
    </message>
    <message>
        <source>When to synchronise with %1</source>
        <translation>När det ska synkroniseras med %1</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>&amp;Synchronise:</source>
        <translation>&amp;Synkronisera:</translation>
    </message>
    <message>
        <source>&amp;Every:</source>
        <translation>&amp;Var:</translation>
    </message>
    <message>
        <source>&amp;Times:</source>
        <translation>&amp;Tider:</translation>
    </message>
    <message>
        <source>When to synchronise</source>
        <translation>När det ska synkroniseras</translation>
    </message>
    <message>
        <source>Seconds between two synchronisations</source>
        <translation>Sekunder mellan två synkroniseringar</translation>
    </message>
    <message>
        <source>Times of day, with commas between them</source>
        <translation>Tider på dagen, med kommatecken emellan</translation>
    </message>
    <message>
        <source>When something changes, else once a day</source>
        <translation>När något ändras, annars en gång om dagen</translation>
    </message>
    <message>
        <source>Write the times as 06:00, 12:30.</source>
        <translation>Skriv tiderna som 06:00, 12:30.</translation>
    </message>
</context>
<context>
    <name>frost::ServerDialog</name>
    <message>
        <source>Connect to the company server</source>
        <translation>Anslut till företagsservern</translation>
    </message>
    <message>
        <source>Connect %1 to its server</source>
        <translation>Anslut %1 till företagsservern</translation>
    </message>
    <message>
        <source>&amp;Company</source>
        <translation>&amp;Företag</translation>
    </message>
    <message>
        <source>as the server calls it</source>
        <translation>så som det heter på servern</translation>
    </message>
    <message>
        <source>&amp;Firm</source>
        <translation>&amp;Byrå</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>A&amp;dress</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>Åt&amp;komstnyckel</translation>
    </message>
    <message>
        <source>from whoever keeps the server</source>
        <translation>från den som sköter servern</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Anslut</translation>
    </message>
    <message>
        <source>This is no address of a server. It looks like https://frost.example.se</source>
        <translation>Det här är ingen serveradress. En sådan ser ut så här: https://frost.example.se</translation>
    </message>
    <message>
        <source>The token is missing. Whoever keeps the server gives you one.</source>
        <translation>Åtkomstnyckeln saknas. Du får en av den som sköter servern.</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>Kontaktar servern …</translation>
    </message>
    <message>
        <source>http:// is not encrypted: whoever is on the same network can read the token and all records. Use https://, or choose Connect again to do it all the same.</source>
        <translation>http:// är inte krypterat: den som är på samma nätverk kan läsa åtkomstnyckeln och alla poster. Använd https://, eller välj Anslut en gång till för att göra det ändå.</translation>
    </message>
</context>
<context>
    <name>frost::ShortcutSheet</name>
    <message>
        <source>Keyboard</source>
        <translation>Kortkommandon</translation>
    </message>
    <message>
        <source>Parts of the company</source>
        <translation>Företagets register</translation>
    </message>
    <message>
        <source>Enter, Tab</source>
        <translation>Enter, Tab</translation>
    </message>
    <message>
        <source>Next field; never saves by itself</source>
        <translation>Nästa fält; sparar aldrig av sig självt</translation>
    </message>
    <message>
        <source>Open the list of a field</source>
        <translation>Öppna fältets lista</translation>
    </message>
    <message>
        <source>New row, remove row</source>
        <translation>Ny rad, ta bort raden</translation>
    </message>
    <message>
        <source>Copy the cell above</source>
        <translation>Kopiera cellen ovanför</translation>
    </message>
    <message>
        <source>Move the row</source>
        <translation>Flytta raden</translation>
    </message>
    <message>
        <source>In an empty amount: balance the voucher · copy the text above</source>
        <translation>I ett tomt belopp: balansera verifikationen · kopiera texten ovanför</translation>
    </message>
    <message>
        <source>In a date: day, month and day, days from now, today</source>
        <translation>I ett datum: dag, månad och dag, dagar framåt, i dag</translation>
    </message>
    <message>
        <source>Close; what is not saved is kept as a draft</source>
        <translation>Stäng; det som inte är sparat finns kvar som utkast</translation>
    </message>
    <message>
        <source>Undo in rows</source>
        <translation>Ångra i rader</translation>
    </message>
    <message>
        <source>Next, previous open field</source>
        <translation>Nästa, föregående olösta fält</translation>
    </message>
    <message>
        <source>Take base, mine, theirs · clear</source>
        <translation>Ta ursprung, min, deras · rensa</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Agree with the result and go to the next open field</source>
        <translation>Godta resultatet och gå till nästa olösta fält</translation>
    </message>
    <message>
        <source>Edit the result</source>
        <translation>Redigera resultatet</translation>
    </message>
    <message>
        <source>Undo, redo</source>
        <translation>Ångra, gör om</translation>
    </message>
    <message>
        <source>Save and go to the next conflict</source>
        <translation>Spara och gå till nästa konflikt</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>Vad som kommer att skickas</translation>
    </message>
    <message>
        <source>Previous, next conflict</source>
        <translation>Föregående, nästa konflikt</translation>
    </message>
    <message>
        <source>Search the conflicts</source>
        <translation>Sök bland konflikterna</translation>
    </message>
    <message>
        <source>Close; choices are kept</source>
        <translation>Stäng; valen finns kvar</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Formulär</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikter</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fönstret</translation>
    </message>
    <message>
        <source>Take both, both changes in one text, where that is on offer</source>
        <translation>Ta båda, båda ändringarna i en text, där det går</translation>
    </message>
    <message>
        <source>Match the row with another, split the match</source>
        <translation>Matcha raden med en annan, dela matchningen</translation>
    </message>
    <message>
        <source>In the conflict history: undo the decision, restore values</source>
        <translation>I konflikthistoriken: ångra beslutet, återställ värden</translation>
    </message>
    <message>
        <source>Take everything of mine, of theirs; also in a record or the list</source>
        <translation>Ta allt från min, från deras; även i en post eller i listan</translation>
    </message>
    <message>
        <source>The same for similar conflicts</source>
        <translation>Samma för liknande konflikter</translation>
    </message>
</context>
<context>
    <name>frost::SieImportDialog</name>
    <message>
        <source>Import %1</source>
        <translation>Importera %1</translation>
    </message>
    <message>
        <source>By the file&apos;s letters</source>
        <translation>Enligt filens bokstäver</translation>
    </message>
    <message>
        <source>Character encoding</source>
        <translation>Teckenkodning</translation>
    </message>
    <message>
        <source>Words with letters å ä ö</source>
        <translation>Ord med bokstäverna å ä ö</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation>Filens innehåll</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importera</translation>
    </message>
    <message>
        <source>&amp;Letters</source>
        <translation>&amp;Teckenkodning</translation>
    </message>
    <message>
        <source>Are these right?</source>
        <translation>Ser orden rätt ut?</translation>
    </message>
    <message>
        <source>The file has no letters beyond a–z.</source>
        <translation>Filen har inga bokstäver utöver a–z.</translation>
    </message>
    <message>
        <source>By the file&apos;s letters: %1</source>
        <translation>Enligt filens bokstäver: %1</translation>
    </message>
    <message>
        <source>This file was imported on %1. Importing it again adds only what is missing.</source>
        <translation>Den här filen importerades %1. Om du importerar den igen läggs bara det som saknas till.</translation>
    </message>
    <message>
        <source>Import again</source>
        <translation>Importera igen</translation>
    </message>
    <message>
        <source>The file is of %1, the files imported here before are of %2. Is this the right company?</source>
        <translation>Filen gäller %1, tidigare importerade filer gäller %2. Är det här rätt företag?</translation>
    </message>
    <message>
        <source>Import all the same</source>
        <translation>Importera ändå</translation>
    </message>
    <message>
        <source>The file says of itself that a program has read it before.</source>
        <translation>Filen är märkt som redan inläst i ett program.</translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation>Importerar …</translation>
    </message>
    <message>
        <source>Imported; some of the file was left out, see below.</source>
        <translation>Importerat; en del av filen utelämnades, se nedan.</translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation>Importerat.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Förlopp</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppa</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>These look wrong: %1</source>
        <translation>De här ser fel ut: %1</translation>
    </message>
    <message>
        <source>Some words look wrong, see below. Choose other letters before you import.</source>
        <translation>Vissa ord ser fel ut, se nedan. Välj andra bokstäver innan du importerar.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Stoppad.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) were imported and stay. Importing the file again adds what is missing.</source>
        <translation>
            <numerusform>%Ln post importerades och finns kvar. Importera filen igen så läggs det som saknas till.</numerusform>
            <numerusform>%Ln poster importerades och finns kvar. Importera filen igen så läggs det som saknas till.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frost::StartPage</name>
    <message>
        <source>Welcome to Frost</source>
        <translation>Välkommen till Frost</translation>
    </message>
    <message>
        <source>Bookkeeping that does not need a network. What you type is kept on this computer at once and sent by itself when the network is there. Where two people changed the same thing, you see both and decide.</source>
        <translation>Bokföring som fungerar utan nätverk. Det du skriver sparas direkt på den här datorn och skickas automatiskt när nätverket finns. Har två personer ändrat samma sak ser du båda ändringarna och bestämmer.</translation>
    </message>
    <message>
        <source>Try it with an example company</source>
        <translation>Prova med ett exempelföretag</translation>
    </message>
    <message>
        <source>With a server of its own and a colleague who changes things. Leaves nothing behind.</source>
        <translation>Med en egen server och en kollega som ändrar saker. Lämnar inga spår.</translation>
    </message>
    <message>
        <source>New company</source>
        <translation>Nytt företag</translation>
    </message>
    <message>
        <source>Kept on this computer; connect it to a server whenever you like.</source>
        <translation>Finns på den här datorn; anslut det till en server när du vill.</translation>
    </message>
    <message>
        <source>Connect to the company server</source>
        <translation>Anslut till företagsservern</translation>
    </message>
    <message>
        <source>Fetches a company that your firm already has on its Frost server.</source>
        <translation>Hämtar ett företag som din byrå redan har på sin Frost-server.</translation>
    </message>
    <message>
        <source>Companies on this computer</source>
        <translation>Företag på den här datorn</translation>
    </message>
</context>
<context>
    <name>frost::StatusBanners</name>
    <message>
        <source>Show what waits</source>
        <translation>Visa vad som väntar</translation>
    </message>
    <message>
        <source>Not synced for a day</source>
        <translation>Inte synkat på ett dygn</translation>
    </message>
    <message>
        <source>Sign in …</source>
        <translation>Logga in …</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Inloggning krävs</translation>
    </message>
    <message>
        <source>The network here wants you to sign in: open a web page in your browser. Everything you do is kept here and sent afterwards.</source>
        <translation>Nätverket här vill att du loggar in: öppna en webbsida i webbläsaren. Allt du gör sparas här och skickas sedan.</translation>
    </message>
    <message>
        <source>You are offline. Everything you do is kept here and sent when the network is back.</source>
        <translation>Du är offline. Allt du gör sparas här och skickas när nätverket är tillbaka.</translation>
    </message>
    <message>
        <source>Sign in to %1 again. Everything you do is kept here and sent afterwards.</source>
        <translation>Logga in på %1 igen. Allt du gör sparas här och skickas sedan.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n ändring</numerusform>
            <numerusform>%n ändringar</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waiting for %2, which was last synced %3.</source>
        <translation>%1 väntar på %2, som senast synkades %3.</translation>
    </message>
    <message>
        <source>%1 waiting for %2, which has never been synced.</source>
        <translation>%1 väntar på %2, som aldrig har synkats.</translation>
    </message>
    <message>
        <source>Synchronisation is paused.</source>
        <translation>Synkroniseringen är pausad.</translation>
    </message>
    <message>
        <source>You work offline.</source>
        <translation>Du arbetar offline.</translation>
    </message>
    <message>
        <source>The network here wants you to sign in: open a web page in your browser.</source>
        <translation>Nätverket här vill att du loggar in: öppna en webbsida i webbläsaren.</translation>
    </message>
    <message>
        <source>The server is not reached.</source>
        <translation>Servern nås inte.</translation>
    </message>
    <message>
        <source>Automatic synchronisation is off.</source>
        <translation>Automatisk synkronisering är avstängd.</translation>
    </message>
    <message>
        <source>The queue says why.</source>
        <translation>Kön visar varför.</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n konflikt</numerusform>
            <numerusform>%n konflikter</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody else changed the same records. Choose what holds; everything else goes on.</source>
        <translation>Någon annan har ändrat samma poster. Välj vad som ska gälla; allt annat fortsätter.</translation>
    </message>
</context>
<context>
    <name>frost::StatusButton</name>
    <message>
        <source>&amp;Sync now</source>
        <translation>&amp;Synka nu</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>Arbeta &amp;offline</translation>
    </message>
    <message>
        <source>&amp;Pause synchronisation</source>
        <translation>&amp;Pausa synkroniseringen</translation>
    </message>
    <message>
        <source>Open the sync &amp;page</source>
        <translation>&amp;Öppna synksidan</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>Startar …</translation>
    </message>
</context>
<context>
    <name>frost::SyncPage</name>
    <message>
        <source>This company is kept on this computer only. Connect it to a server to share it with others.</source>
        <translation>Det här företaget finns bara på den här datorn. Anslut det till en server för att dela det med andra.</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>Synka &amp;nu</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;toppa</translation>
    </message>
    <message>
        <source>Ends the synchronisation in hand; what is done is kept.</source>
        <translation>Avslutar den pågående synkroniseringen; det som är gjort behålls.</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>Pa&amp;usa</translation>
    </message>
    <message>
        <source>Nothing is exchanged until you go on, except when you choose Sync now.</source>
        <translation>Inget utbyts förrän du fortsätter, utom när du väljer Synka nu.</translation>
    </message>
    <message>
        <source>&amp;Work offline</source>
        <translation>Arbeta &amp;offline</translation>
    </message>
    <message>
        <source>The network is not used at all.</source>
        <translation>Nätverket används inte alls.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Q&amp;ueue</source>
        <translation>K&amp;ö</translation>
    </message>
    <message>
        <source>&amp;Conflicts</source>
        <translation>&amp;Konflikter</translation>
    </message>
    <message>
        <source>H&amp;istory</source>
        <translation>H&amp;istorik</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>Lo&amp;gg</translation>
    </message>
    <message>
        <source>No conflicts. Where somebody else changes the same record as you, both versions are kept, and you choose here what holds.</source>
        <translation>Inga konflikter. Där någon annan ändrar samma post som du sparas båda versionerna, och du väljer här vad som ska gälla.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Fortsätt</translation>
    </message>
    <message>
        <source>Changes are exchanged by themselves again.</source>
        <translation>Ändringar utbyts åter av sig själva.</translation>
    </message>
    <message>
        <source>Go o&amp;nline</source>
        <translation>Gå &amp;online</translation>
    </message>
    <message>
        <source>The network is used again.</source>
        <translation>Nätverket används igen.</translation>
    </message>
    <message>
        <source>Queue, conflicts, what was decided, history and log</source>
        <translation>Kö, konflikter, vad som bestämdes, historik och logg</translation>
    </message>
    <message>
        <source>Conflict histor&amp;y</source>
        <translation>Kon&amp;flikthistorik</translation>
    </message>
</context>
<context>
    <name>frost::TotalsPanel</name>
    <message>
        <source>Totals</source>
        <translation>Summor</translation>
    </message>
</context>
</TS>
