package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.names.NameEntry;
import dev.windrose.llm.language.Countries;
import dev.windrose.llm.language.Emails;
import dev.windrose.llm.language.Phones;
import dev.windrose.llm.language.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A form, badge scan or sign-up creates or completes an account and a contact, never a deal. */
final class ReadForm implements Grammar {

    private static final java.util.regex.Pattern PERSONAL = java.util.regex.Pattern.compile(
            "\\b(?:form|forms|lead|signup|sign_up|registration|registered|badge|scan|booking|invitee|attendee|"
                    + "subscribe\\w*|trial|contact_created|contact\\.created|demo_request|webinar|download|user_created|"
                    + "user\\.created)\\b|\"lead");

    /** Trials of the form and advertising. */
    private static final java.util.regex.Pattern JUNK = java.util.regex.Pattern.compile(
            "(?im)^(?:test\\w*|asdf\\w*|qwert\\w*|foo|bar|abc|xxx+|n/?a|none|anonymous|mickey mouse|john doe)(?: "
                    + "(?:test|user|asdf|tester))?$|\\b(?:seo|backlinks?|guest post|casino|crypto|bitcoin|viagra|page one "
                    + "of google|rank #?1|increase (?:your )?traffic|web design services|loan offer|buy followers|cheap "
                    + "(?:hosting|leads))\\b");

    @Override
    public void read(Reading reading) {
        boolean form = reading.message.channel().equals("web_form")
                || reading.message.channel().equals("api");
        if (!form
                || !reading.message.fromOutside()
                || Payload.isJson(reading.text())
                        && !PERSONAL.matcher(dev.windrose.llm.language.Fold.inPlace(reading.text()))
                                .find()) {
            return;
        }
        var fields = FormFields.of(reading.text());
        var mail = fields.get("email")
                .flatMap(written -> Emails.in(written).stream().findFirst())
                .map(found -> found.value());
        if (mail.isEmpty()
                || fields.person().isEmpty()
                || JUNK.matcher(fields.person().get() + "\n"
                                + fields.get("company").orElse("") + "\n" + reading.text())
                        .find()) {
            return;
        }
        take(reading, fields, mail.get());
    }

    private static void take(Reading reading, FormFields fields, String mail) {
        var contact = reading.known.contactWithMail(mail);
        var company = contact.flatMap(reading::companyOf)
                .or(() -> fields.get("company").flatMap(name -> known(reading, name)))
                .or(() -> byDomain(reading, mail));
        var account = company.orElse(null);
        if (account != null) {
            facts(reading, fields, reading.update(account, place(fields, "company", reading)), account);
        } else if (fields.get("company").isPresent()) {
            facts(
                    reading,
                    fields,
                    reading.create("company", null, place(fields, "company", reading))
                            .key("name", fields.get("company").get()),
                    null);
        }
        contact(
                reading,
                fields,
                mail,
                contact.or(() -> named(reading, account, fields.person().get())).orElse(null),
                account);
        if (reading.statements.stream()
                .filter(statement -> !statement.folded.matches(
                        "(?s)\\W*(?:form|form[ _-]?(?:id|name)|source|page|subject line)\\b.{0,3}[:=].*"))
                .anyMatch(statement -> statement.has(java.util.regex.Pattern.compile(
                        "\\b(?:quote|quotation|pricing|orcamento|presupuesto|angebot|devis|preventivo|cotizacion|offerte|"
                                + "offert)\\b")))) {
            reading.intents.add("price_quote");
        }
    }

    private static void facts(Reading reading, FormFields fields, Draft draft, @Nullable KnownRecord company) {
        country(fields)
                .ifPresent(country -> draft.set(
                        "country_hq",
                        country,
                        reading.evidence(
                                place(fields, fields.get("country").isPresent() ? "country" : "place", reading)),
                        0.9));
        fields.get("website")
                .filter(site -> site.contains("."))
                .ifPresent(site ->
                        draft.set("website_url", site, reading.evidence(place(fields, "website", reading)), 0.9));
        fields.get("industry")
                .ifPresent(industry -> draft.set(
                        "industry_vertical", industry, reading.evidence(place(fields, "industry", reading)), 0.85));
        var exact = fields.get("size")
                .map(size -> size.replaceFirst(
                        "(?i)^(?:ca\\.?|about|around|approx\\.?|circa|etwa|rund|environ|env\\.?|cerca de|unos|aprox\\.?|~|≈)\\s*",
                        ""))
                .map(size -> size.replaceFirst(
                        "(?i)\\s*(?:employees|people|staff|mitarbeiter\\w*|personas|empleados|salari[ée]s|funcion[áa]rios|ma)$",
                        ""))
                .filter(size -> size.matches("\\d{1,3}(?:[.,' ]\\d{3})+|\\d+"))
                .map(size -> Long.parseLong(size.replaceAll("\\D", "")));
        exact.or(() -> said(reading))
                .ifPresent(size -> draft.set(
                        "employee_size",
                        size,
                        reading.evidence(
                                exact.isPresent()
                                        ? place(fields, "size", reading)
                                        : new Span(0, reading.text().length())),
                        0.85));
    }

    /** The country as told, else that of the town: "Tarnow, Poland", "Minden". A firm's own form in its language helps with the latter. */
    private static Optional<String> country(FormFields fields) {
        return fields.get("country").flatMap(Countries::of).or(() -> fields.get("place")
                .flatMap(ReadForm::located));
    }

    private static Optional<String> located(String place) {
        var pieces = place.split("[,;/()|]");
        for (int i = pieces.length - 1; i >= 0; i--) {
            var piece = pieces[i].replaceAll("\\d", "").strip();
            var found = piece.length() > 2
                            || pieces.length > 1
                                    && i == pieces.length - 1
                                    && piece.length() == 2
                                    && !US_STATES.contains(piece)
                    ? Countries.of(piece)
                    : US_STATES.contains(piece) ? Optional.of("US") : Optional.<String>empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static final java.util.Set<String> US_STATES = java.util.Set.of(
            "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA",
            "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK",
            "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY");

    private static Optional<Long> said(Reading reading) {
        return reading.statements.stream()
                .filter(statement -> statement.firm() || statement.is(Mode.QUESTION))
                .map(statement -> statement.raw.replaceAll("^\\s*[\\p{L} _]{2,30}[:=]\\s*", ""))
                .filter(said -> !said.matches(".*\\d ?[-–] ?\\d.*"))
                .flatMap(said -> HeadCounts.in(said).stream())
                .findFirst();
    }

    private static void contact(
            Reading reading,
            FormFields fields,
            String mail,
            @Nullable KnownRecord known,
            @Nullable KnownRecord company) {
        var name = fields.person().orElseThrow();
        var draft = known != null
                ? reading.update(known, place(fields, "email", reading))
                : reading.create("contact", company, place(fields, "email", reading))
                        .key("name", name);
        if (known == null && (company != null || fields.get("company").isPresent())) {
            draft.set(
                    "company",
                    company != null ? company.name() : fields.get("company").orElse(null),
                    reading.evidence(place(fields, "company", reading)),
                    0.9);
        }
        draft.set("email", mail, reading.evidence(place(fields, "email", reading)), 0.95);
        fields.get("title")
                .ifPresent(title -> draft.set("title", title, reading.evidence(place(fields, "title", reading)), 0.9));
        var country =
                country(fields).or(() -> Optional.ofNullable(company == null ? null : company.text("country_hq")));
        fields.get("phone")
                .ifPresent(phone -> draft.set(
                        "phone",
                        Phones.in(phone, country.orElse(null)).stream()
                                .findFirst()
                                .map(found -> found.value())
                                .orElse(phone),
                        reading.evidence(place(fields, "phone", reading)),
                        0.9));
    }

    private static Optional<KnownRecord> known(Reading reading, String name) {
        var key = NameEntry.key(name);
        var words = NameEntry.words(name);
        return reading.known.names().at(words, 0).stream()
                .filter(hit -> hit.entry().is("company")
                        && String.join(" ", hit.entry().words()).equals(key))
                .flatMap(hit -> reading.known.find("company", hit.entry().id()).stream())
                .findFirst();
    }

    private static Optional<KnownRecord> byDomain(Reading reading, String mail) {
        var found = SenderCompany.of(reading.known, mail);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Optional<KnownRecord> named(Reading reading, @Nullable KnownRecord company, String name) {
        var key = NameEntry.key(name);
        return reading.of(company, "contact").stream()
                .filter(contact -> NameEntry.key(contact.name()).equals(key))
                .findFirst();
    }

    private static Span place(FormFields fields, String field, Reading reading) {
        var place = fields.place(field);
        return place == null ? new Span(0, Math.min(reading.text().length(), 200)) : place;
    }
}
