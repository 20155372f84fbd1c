package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Countries;
import dev.windrose.llm.language.Emails;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Facts about an account: size, country, web address, segment, state. */
final class ReadCompanyFacts implements Grammar {

    private static final String PEOPLE =
            "employees|people|ppl|staff|folks|heads|fte|ftes|headcount|mitarbeiter\\w*|beschaftigte|leute|"
                    + "salaries|employes|personnes|collaborateurs|empleados|personas|funcionarios|colaboradores|dipendenti|"
                    + "medewerkers|anstallda|ansatte|strong";
    private static final String NUMBER = "(\\d{1,3}(?:[.,' ]\\d{3})+|\\d{1,6})(?!\\s?[-–]\\s?\\d)";
    private static final Pattern SIZE =
            Pattern.compile("(?<![\\d-])(?<!\\d )" + NUMBER + " (?:full[- ]time )?(?:" + PEOPLE
                    + ")\\b|\\b(?:headcount|size|mitarbeiterzahl|effectif|plantilla|team of|team|workforce|payroll|crew|belegschaft|equipe|equipo|quadro de funcionarios|organico|personale)\\b:? ?(?:is |are |of |now |has |have |grown |grew |gone |went |to |up |down |stands |just |over |about |"
                    + "roughly |ca\\.? |around |at |ist |jetzt |inzwischen |est |maintenant |de |es |ahora |son |e |agora |passou |para |a |auf |gewachsen )*"
                    + NUMBER + "\\b(?! ?(?:k\\b|%))");
    private static final Pattern NOT_SIZE = Pattern.compile(
            "\\b(?:train\\w*|invite\\w*|attend\\w*|met|meeting|seats?|users?|agents?|affected|(?:for|fur|pour|para|per|voor|for|"
                    + "till) (?:about |ca\\.? |etwa |environ )?\\d+|"
                    + "hire|hiring|laid off|analysts|room|demo|call|workshop|onboard\\w*)\\b");
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
            "\\b(?:revenues?|turnover|turn(?:s|ing|ed)? over|annual sales|yearly sales|sales of|takings|top line|jahresumsatz|umsatz|setzt\\w* [^.;]{0,30} um|chiffre d'affaires|ca annuel|facturacion|facturan?|ingresos anuales|faturamento|faturam?|receita|fatturato|fattura|omzet|omsattning|omsetning)\\b");
    private static final String LABEL =
            "enterprise|mid-?[ -]?market|smb|sme|small business|strategic|key accounts?|startup|start-up|commercial|corporate|public sector|grosskunden?|mittelstand|kmu|schlusselkunden?|"
                    + "grands? comptes?|pme|eti|tpe|comptes? strategiques?|grandes? cuentas?|pymes?|cuentas? clave|grandes? contas?|pmes?|contas? estrategicas?|grandi clienti|pmi|tier ?\\d|tier [a-d]|vip|gold|silver|platinum";
    private static final Pattern SEGMENT = Pattern.compile(
            "(?:->|→|=>|\\bis now|\\bto|segment:?|segment (?:is|to)|\\bas|\\binto|\\bals|\\bin|\\bzu|\\ben|\\bcomme|\\bcomo|\\bpara|\\bno|\\ba|\\bfrom \\S+ to) ?(?:the |das |den |die |le |la |el |un |una |ein |segment |segmento |kategorie )*\"?("
                    + LABEL + ")\\b");
    private static final Pattern CLASSED = Pattern.compile(
            "\\b(?:account|accounts|segment\\w*|segmento|re-?class\\w*|re-?categori\\w*|class(?:ify|ed|ification)|categor\\w+|einstuf\\w*|stuf\\w*|kategorie\\w*|reclasif\\w*|clasific\\w*|classe\\w*|tag|label)\\b");
    private static final Map<String, Pattern> STATE = new LinkedHashMap<>();

    static {
        STATE.put(
                "dormant",
                Pattern.compile(
                        "\\b(?:dormant|gone (?:silent|quiet|dark)|went (?:silent|dark|quiet)|ghosted us|ghosting us|radio silence|(?:not|no|never) (?:answer\\w*|reply|replies|replied|respon\\w+|heard)(?: from them)?(?: \\w+){0,3} (?:since|for (?:weeks|months|\\w+ months))|"
                                + "meldet sich (?:seit|nicht mehr)|melden sich nicht mehr|funkstille|silence radio|ne repond(?:ent)? plus|no contestan?|sin respuesta desde|sumiu|sumiram|nao responde\\w*|non rispond\\w+ piu|"
                                + "schlafend|dormido|en sommeil)\\b"));
        STATE.put(
                "churned",
                Pattern.compile(
                        "\\b(?:churned|has churned|is churned|they have left us|left us for good|abgewandert|sind weg|"
                                + "contract (?:has )?ended and|(?:is|are) no longer (?:a |our )?customers?|"
                                + "not a customer any ?more|(?:has|have) (?:cancelled|canceled|terminated|quit|left)(?: us)? and (?:is|are) gone|"
                                + "(?:is|are) gone (?:for good|as a customer)|stopped being a customer|keine? kunden? mehr|"
                                + "ne sont plus client\\w*|n'est plus client\\w*|ya no (?:es|son) client\\w*|"
                                + "nao (?:e|sao) mais client\\w*|non (?:e|sono) piu client\\w*|abgesprungen)\\b"));
        STATE.put(
                "using",
                Pattern.compile(
                        "\\b(?:(?:is|are|gone|now) live(?! (?:by|on|in|from|with (?:their|our)))|went live|(?:has|have) gone live|live (?:since|as of)|up and running|in production(?: now| since)|ging(?:en)? (?:\\w+ ){0,3}live|sind live gegangen|ist live|produktiv seit|"
                                + "(?:est|sont) en production|(?:est|sont) en ligne depuis|tourne(?:nt)? depuis|ya (?:esta|estan) en produccion|salio en vivo|ya lo usan|en marcha desde|entr(?:ou|aram) no ar|ja (?:esta|estao) (?:usando|no ar|em producao)|sono live|e partit[oa]|customer state (?:to |"
                                + "is )?using|live since|(?:to|as|->|→) using|sind (?:jetzt )?live|seit heute live|actively using)\\b"));
        STATE.put("buying", Pattern.compile("\\b(?:to|as|state|->|→|is|now) (?:is |to )?buying\\b"));
        STATE.put("exploring", Pattern.compile("\\b(?:to|as|state|->|→|is|are|now) (?:is |to |back to )?exploring\\b"));
    }

    @Override
    public void read(Reading reading) {
        for (var statement : reading.statements) {
            var company = statement.company;
            if (company == null || !statement.firm() || reading.taken.contains(statement)) {
                continue;
            }
            size(reading, statement, company);
            country(reading, statement, company);
            website(reading, statement, company);
            trade(reading, statement, company);
            industry(reading, statement, company);
            if (!reading.message.fromOutside()) {
                segment(reading, statement, company);
                STATE.forEach((state, cue) -> statement
                        .find(cue)
                        .filter(place -> !Clauses.denied(statement, place)
                                && !statement
                                        .before(place, 24)
                                        .matches(
                                                "(?s).*\\b(?:will|wants? to|want to|to go|to be|would|once|when|before|"
                                                        + "until|be)\\b.*"))
                        .ifPresent(place -> reading.update(company, statement.span())
                                .set("customer_state", state, reading.evidence(place), 0.85)));
            }
        }
    }

    private static void size(Reading reading, Statement statement, KnownRecord company) {
        var match = SIZE.matcher(statement.folded);
        if (match.find()
                && !NOT_SIZE.matcher(statement.clauseText(statement.span(match)))
                        .find()) {
            var digits = (match.group(1) != null ? match.group(1) : match.group(2)).replaceAll("\\D", "");
            if (!digits.isEmpty() && Long.parseLong(digits) > 1) {
                reading.update(company, statement.span())
                        .set("employee_size", Long.parseLong(digits), reading.evidence(statement.span(match)), 0.85);
            }
        }
    }

    /** The size that a text states, for accounts that are not in the record yet. */
    static java.util.Optional<Long> size(String text) {
        var match = SIZE.matcher(Fold.inPlace(text));
        if (!match.find()) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(
                Long.parseLong((match.group(1) != null ? match.group(1) : match.group(2)).replaceAll("\\D", "")));
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
