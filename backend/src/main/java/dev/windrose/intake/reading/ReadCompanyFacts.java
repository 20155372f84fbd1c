package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Countries;
import dev.windrose.llm.language.Emails;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.util.Map;
import java.util.regex.Pattern;

/** Facts about an account: size, country, web address, segment, state. */
final class ReadCompanyFacts implements Grammar {

    private static final Pattern BASED = Pattern.compile(
            "\\b(?:based in|based out of|headquartered in|(?:hq|headquarters?|head office|main office|hauptsitz|sitz|zentrale|"
                    + "siege|sede)(?: (?:is|are|now|has|have|was|been|ist|nach|est|es|e|se|a|zieht))*"
                    + " (?:moved|moving|moves|relocated|relocating|verlegt|demenage|trasladad[oa]|mudou|mudo)? ?(?:to|from|in|a|"
                    + "en|em|nach|para)|hq:|hq|sitz in|"
                    + "relocat(?:ed|ing) (?:the |its |their )?(?:hq |headquarters |head office )?to|hauptsitz in|siege (?:a|"
                    + "est a)|con sede en|sede (?:en|a|em)|ansassig in)\\s+([\\p{L} ]{2,24})");
    private static final Pattern BARE_SITE = Pattern.compile(
            "\\b(?:web ?site|site|homepage|webseite|url)(?: is| now| address| to|:)* ((?:[a-z0-9-]+\\.)+[a-z]{2,})(?![@\\w])");
    private static final Pattern INDUSTRY = Pattern.compile(
            "\\b(?:industry|vertical|sector|branche|secteur|sector|setor|settore)(?: is| ist| est| es| e|:| =| ->|"
                    + "→)* (?:now )?([\\p{L}][\\p{L} &/-]{2,30}?)(?=$|[.,;:()!\\n]| and | with | but )|"
                    + "\\b(?:in|into) (?:the )?([\\p{L}][\\p{L}&/-]+(?: [\\p{L}&/-]+){0,2}) (?:industry|sector|vertical)\\b");
    static final Pattern REVENUE = Pattern.compile(
            "\\b(?:revenues?|turnover|turn(?:s|ing|ed)? over|annual sales|yearly sales|sales of|takings|top line|jahresumsatz|umsatz|"
                    + "setzt\\w* [^.;]{0,30} um|chiffre d'affaires|ca annuel|facturacion|facturan?|ingresos anuales|faturamento|faturam?|"
                    + "receita|fatturato|fattura|omzet|omsattning|omsetning)\\b");
    private static final String LABEL =
            "enterprise|mid-?[ -]?market|smb|sme|small business|strategic|key accounts?|startup|start-up|commercial|corporate|"
                    + "public sector|grosskunden?|mittelstand|kmu|schlusselkunden?|"
                    + "grands? comptes?|pme|eti|tpe|comptes? strategiques?|grandes? cuentas?|pymes?|cuentas? clave|grandes? contas?|"
                    + "pmes?|contas? estrategicas?|grandi clienti|pmi|tier ?\\d|tier [a-d]|vip|gold|silver|platinum";
    private static final Pattern SEGMENT = Pattern.compile(
            "(?:->|→|=>|\\bis now|\\bto|segment:?|segment (?:is|to)|\\bas|\\binto|\\bals|\\bin|\\bzu|\\ben|\\bcomme|\\bcomo|\\bpara|"
                    + "\\bno|\\ba|\\bfrom \\S+ to) ?(?:the |das |den |die |le |la |el |un |una |ein |segment |segmento |kategorie )*\"?("
                    + LABEL + ")\\b");
    private static final Pattern CLASSED = Pattern.compile(
            "\\b(?:account|accounts|segment\\w*|segmento|re-?class\\w*|re-?categori\\w*|class(?:ify|ed|ification)|categor\\w+|"
                    + "einstuf\\w*|stuf\\w*|kategorie\\w*|reclasif\\w*|clasific\\w*|classe\\w*|tag|label)\\b");

    @Override
    public void read(Reading reading) {
        for (var statement : reading.statements) {
            var company = statement.company;
            if (company == null || !statement.firm()) {
                continue;
            }
            AccountStates.read(reading, statement, company);
            if (reading.taken.contains(statement)) {
                continue;
            }
            size(reading, statement, company);
            country(reading, statement, company);
            website(reading, statement, company);
            trade(reading, statement, company);
            industry(reading, statement, company);
            if (!reading.message.fromOutside()) {
                segment(reading, statement, company);
            }
        }
    }

    private static void size(Reading reading, Statement statement, KnownRecord company) {
        HeadCounts.in(statement).ifPresent(count -> reading.update(company, statement.span())
                .set("employee_size", count.people(), reading.evidence(count.span()), 0.85));
    }

    /** A new account is often told as "name, city, size". */
    private static void listed(Reading reading, Statement statement, KnownRecord company) {
        for (var part : statement.raw.split("[,;()]")) {
            Countries.of(part.strip()).filter(_ -> part.strip().length() > 2).ifPresent(country -> reading.update(
                            company, statement.span())
                    .set("country_hq", country, reading.evidence(statement.span()), 0.75));
        }
    }

    private static void country(Reading reading, Statement statement, KnownRecord company) {
        if (company.id().startsWith(Reading.NEW)) {
            listed(reading, statement, company);
        }
        if (company.id().startsWith(Reading.NEW)) {
            SenderFacts.in(statement.raw).ifPresent(place -> reading.update(company, statement.span())
                    .set("country_hq", place, reading.evidence(statement.span()), 0.75));
        }
        var match = BASED.matcher(statement.folded);
        while (match.find()) {
            if (country(reading, statement, company, match)) {
                return;
            }
        }
    }

    private static boolean country(
            Reading reading, Statement statement, KnownRecord company, java.util.regex.Matcher match) {
        var words = match.group(1).strip().split(" ");
        for (int count = Math.min(3, words.length); count > 0; count--) {
            var name = String.join(" ", java.util.Arrays.copyOf(words, count));
            var country = Countries.of(name);
            if (country.isPresent() && name.length() > 2) {
                reading.update(company, statement.span())
                        .set("country_hq", country.get(), reading.evidence(statement.span(match)), 0.85);
                return true;
            }
        }
        return false;
    }

    private static void industry(Reading reading, Statement statement, KnownRecord company) {
        var match = INDUSTRY.matcher(statement.folded);
        if (match.find()) {
            int group = match.group(1) != null ? 1 : 2;
            var span = new Span(
                    match.start(group) + statement.span().start(),
                    match.end(group) + statement.span().start());
            reading.update(company, statement.span())
                    .set("industry_vertical", span.of(reading.text()).strip(), reading.evidence(span), 0.75);
        }
    }

    /** Whom it sells to, and what it turns over. */
    private static void trade(Reading reading, Statement statement, KnownRecord company) {
        statement.find(Pattern.compile("\\bb2[bc]\\b")).ifPresent(place -> reading.update(company, statement.span())
                .set(
                        "b2b_or_b2c",
                        place.of(reading.text()).toUpperCase(java.util.Locale.ROOT),
                        reading.evidence(place),
                        0.8));
        statement
                .find(REVENUE)
                .flatMap(cue -> statement.moneys.stream()
                        .filter(money -> money.currency() != null
                                && !money.range()
                                && money.span().distanceTo(cue) < 40)
                        .findFirst())
                .ifPresent(money -> reading.update(company, statement.span())
                        .set(
                                "revenue",
                                Map.of(
                                        "amount",
                                        ReadAmounts.number(money.amount()),
                                        "currency",
                                        String.valueOf(money.currency())),
                                reading.evidence(money.span()),
                                0.8));
    }

    private static void website(Reading reading, Statement statement, KnownRecord company) {
        if (!statement.has(Pattern.compile("\\b(?:web ?site|site|homepage|webseite|site web|sitio|web)\\b"))) {
            return;
        }
        var bare = BARE_SITE.matcher(statement.folded);
        if (bare.find()) {
            var place = new Span(
                    bare.start(1) + statement.span().start(),
                    bare.end(1) + statement.span().start());
            reading.update(company, statement.span())
                    .set("website_url", place.of(reading.text()), reading.evidence(place), 0.8);
        }
        Emails.webAddresses(statement.raw).stream().findFirst().ifPresent(found -> {
            Span span = found.span().shifted(statement.span().start());
            reading.update(company, statement.span()).set("website_url", found.value(), reading.evidence(span), 0.85);
        });
    }

    private static void segment(Reading reading, Statement statement, KnownRecord company) {
        var match = SEGMENT.matcher(statement.folded);
        if (match.find()
                && (statement.has(CLASSED) || Fold.inPlace(reading.text()).contains("segment"))
                && !Clauses.denied(statement, statement.span(match))) {
            var span = new Span(
                    match.start(1) + statement.span().start(),
                    match.end(1) + statement.span().start());
            reading.update(company, statement.span())
                    .set("customer_segment_label", span.of(reading.text()), reading.evidence(span), 0.85);
        }
    }
}
