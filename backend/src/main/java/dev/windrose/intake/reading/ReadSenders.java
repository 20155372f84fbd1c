package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Emails;
import dev.windrose.llm.language.JobTitles;
import dev.windrose.llm.language.PersonNames;
import dev.windrose.llm.language.Phones;
import dev.windrose.llm.language.Span;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a mail says about its writer: signature, new colleagues, and a wish to buy from somebody unknown. */
final class ReadSenders implements Grammar {

    private static final Pattern BUYS =
            Pattern.compile("\\b(?:quote|quotation|offer(?! (?:ends|expires))|pricing|order|purchase|proposal|angebot|"
                    + "bestell\\w*|devis|offre|commander|cotizacion|presupuesto|oferta|pedido|orcamento|preventivo|offerta|"
                    + "ordine|offerte|offert|bestall\\w*)\\b");

    /** Somebody who wants to see, try or buy; a seller of something else offers. */
    private static final Pattern WANTS = Pattern.compile(
            "\\b(?:interested in|we(?:'re| are) (?:looking|evaluating|considering|searching|after)|looking (?:for|to)|"
                    + "would like (?:to|a|an)|we'd like|"
                    + "(?:can|could|would) you (?:please )?(?:send|give|share|provide|prepare|quote|show|tell)|please (?:send|"
                    + "quote|provide|share)|request(?:ing)?|"
                    + "book a demo|a demo|trial|interesse|interessieren|wir (?:suchen|mochten|brauchen|benotigen)|bitte (?:um|"
                    + "senden|schicken)|konnten sie|nous (?:cherchons|souhait\\w+|"
                    + "aimerions)|pourriez|interess\\w+|estamos (?:buscando|interesad\\w+)|nos gustaria|quisieramos|queremos|"
                    + "podrian|gostariamos|queriamos|precisamos|poderiam|vorremmo|cerchiamo|"
                    + "potreste|wij zoeken|graag)\\b");

    @Override
    public void read(Reading reading) {
        for (var part : reading.parts) {
            if (part.kind() == Part.Kind.SIGNATURE && part.contact() != null) {
                signature(reading, part, part.contact());
            }
        }
        if (!reading.message.fromOutside()) {
            reading.parts.stream()
                    .filter(part -> part.kind() == Part.Kind.FORWARDED && part.contact() == null && part.mail() != null)
                    .filter(part -> SenderCompany.of(reading.known, String.valueOf(part.mail()))
                                    .size()
                            == 1)
                    .filter(part -> reading.known.people().stream()
                            .noneMatch(person -> person.name().equalsIgnoreCase(part.writer())))
                    .findFirst()
                    .ifPresent(part -> stranger(reading, part));
        }
        if (reading.message.fromOutside() && reading.message.channel().equals("email")) {
            AskedOffers.read(reading);
            reading.parts.stream()
                    .filter(part -> part.kind() == Part.Kind.OWN && part.contact() == null && part.mail() != null)
                    .findFirst()
                    .ifPresent(part -> stranger(reading, part));
        }
    }

    private static void signature(Reading reading, Part part, KnownRecord contact) {
        var text = reading.text();
        titleIn(text, part.span()).ifPresent(title -> reading.update(contact, part.span())
                .set("title", title.of(text), reading.evidence(title), 0.85));
        var company = reading.companyOf(contact).orElse(null);
        Phones.in(part.span().of(text), company == null ? null : company.text("country_hq")).stream()
                .filter(phone -> contact.text("phone") == null || reading.message.fromOutside())
                .findFirst()
                .ifPresent(phone -> reading.update(contact, part.span())
                        .set(
                                "phone",
                                phone.value(),
                                reading.evidence(
                                        phone.span().shifted(part.span().start())),
                                0.85));
    }

    /** A line, or a piece of one between bars, that is a job title. */
    private static java.util.Optional<Span> titleIn(String text, Span within) {
        var pieces = Pattern.compile("[^|\\n\\r•·]+").matcher(text).region(within.start(), within.end());
        while (pieces.find()) {
            var piece = new Span(pieces.start(), pieces.end());
            var slash = text.substring(piece.start(), piece.end()).indexOf(" / ");
            int comma = text.substring(piece.start(), piece.end()).indexOf(", ");
            if (comma > 0
                    && JobTitles.in(text, new Span(piece.start(), piece.start() + comma))
                            .isPresent()
                    && JobTitles.in(text, new Span(piece.start() + comma + 2, piece.end()))
                            .isEmpty()) {
                piece = new Span(piece.start(), piece.start() + comma);
            }
            boolean named = comma > 0
                    && JobTitles.in(text, new Span(piece.start(), piece.start() + comma))
                            .isEmpty()
                    && JobTitles.in(text, new Span(piece.start() + comma + 2, piece.end()))
                            .isPresent();
            if (named
                    && PersonNames.isName(
                            text.substring(piece.start(), piece.start() + comma).strip())) {
                piece = new Span(piece.start() + comma + 2, piece.end());
                slash = -1;
            }
            var candidate = slash > 0 ? new Span(piece.start() + slash + 3, piece.end()) : piece;
            var written = candidate.of(text);
            if (written.strip().length() < 60
                    && !written.contains("@")
                    && !written.matches("(?s).*[.!?]\\s*$")
                    && !written.matches("(?s).*\\d{3}.*")) {
                var found = JobTitles.in(text, candidate);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return java.util.Optional.empty();
    }

    /** Somebody unknown at a known account becomes a contact; at an unknown one only where they ask to buy. */
    private static void stranger(Reading reading, Part part) {
        var mail = part.mail();
        if (mail == null
                || FreeMail.is(mail)
                || part.writer() == null
                || part.writer().isBlank()) {
            return;
        }
        var companies = SenderCompany.of(reading.known, mail);
        var products = reading.statements.stream()
                .flatMap(statement -> statement.products.stream())
                .map(Mention::record)
                .distinct()
                .toList();
        boolean buys = reading.statements.stream().anyMatch(statement -> statement.has(BUYS));
        if (companies.size() == 1) {
            contact(
                    reading,
                    part,
                    mail,
                    companies.getFirst(),
                    companies.getFirst().name());
        } else if (companies.isEmpty()
                && (buys && !products.isEmpty()
                        || reading.statements.stream().anyMatch(statement -> statement.has(WANTS))
                                && (buys || !products.isEmpty()))) {
            var name = companyName(reading, mail);
            SenderFacts.write(
                    reading, reading.create("company", null, part.span()).key("name", name));
            contact(reading, part, mail, null, name);
            if (buys && products.size() == 1) {
                var draft = reading.create("deal", null, part.span())
                        .key("company", name)
                        .key("product", products.getFirst().name());
                draft.set("stage", "lead", reading.evidence(part.span()), 0.8)
                        .set("product", products.getFirst().name(), reading.evidence(part.span()), 0.85);
            }
        }
    }

    private static void contact(
            Reading reading, Part part, String mail, @Nullable KnownRecord company, String companyName) {
        var draft = reading.create("contact", company, part.span()).key("name", part.writer());
        draft.set("email", mail, reading.evidence(part.span()), 0.95)
                .set("company", companyName, reading.evidence(part.span()), 0.85);
        reading.parts.stream()
                .filter(other -> other.kind() == Part.Kind.SIGNATURE && mail.equals(other.mail()))
                .findFirst()
                .ifPresent(signature -> {
                    titleIn(reading.text(), signature.span())
                            .ifPresent(title ->
                                    draft.set("title", title.of(reading.text()), reading.evidence(title), 0.85));
                    var country =
                            company == null ? SenderFacts.country(reading).orElse(null) : company.text("country_hq");
                    Phones.in(signature.span().of(reading.text()), country).stream()
                            .findFirst()
                            .ifPresent(phone -> draft.set(
                                    "phone",
                                    phone.value(),
                                    reading.evidence(phone.span()
                                            .shifted(signature.span().start())),
                                    0.85));
                });
        told(reading, part, draft);
    }

    /** What they tell of themselves in the mail itself. */
    private static void told(Reading reading, Part part, Draft draft) {
        for (var statement : reading.statements) {
            if (statement.part.kind() != part.kind()
                    || !statement.has(ToldTitles.MINE)
                    || !statement.strangers.isEmpty()) {
                continue;
            }
            if (!draft.has("title")) {
                ToldTitles.in(reading, statement, statement.span())
                        .ifPresent(title -> draft.set("title", title.of(reading.text()), reading.evidence(title), 0.8));
            }
            if (!draft.has("phone") && !statement.phones.isEmpty()) {
                var phone = statement.phones.getFirst();
                draft.set("phone", phone.value(), reading.evidence(phone.span()), 0.85);
            }
        }
    }

    /** The last line of the signature, else the domain. */
    private static String companyName(Reading reading, String mail) {
        var domain = Emails.domain(mail).replaceAll("\\..*", "");
        var lines = reading.parts.stream()
                .filter(part -> part.kind() == Part.Kind.SIGNATURE)
                .flatMap(part -> part.span().of(reading.text()).lines())
                .flatMap(line -> java.util.Arrays.stream(line.split("[|,]")))
                .map(String::strip)
                .filter(line -> line.length() > 2 && line.length() < 60)
                .toList();
        var compact = domain.replaceAll("[^a-z0-9]", "");
        return lines.stream()
                .filter(line -> {
                    var key = String.join("", dev.windrose.intake.names.NameEntry.words(line));
                    return key.length() > 3
                            && (compact.startsWith(key.substring(0, Math.min(5, key.length())))
                                    || key.contains(compact)
                                    || key.contains(compact.replace("and", "").replace("und", "")));
                })
                .filter(line -> !line.contains("@") && !line.contains("www"))
                .findFirst()
                .orElse(Character.toUpperCase(domain.charAt(0)) + domain.substring(1));
    }
}
