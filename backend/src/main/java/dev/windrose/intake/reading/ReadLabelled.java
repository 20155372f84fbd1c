package dev.windrose.intake.reading;

import dev.windrose.llm.language.Span;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Fields with their values as people jot them down: "close: 30 Apr", "Betrag = 45k", "etapa: propuesta". */
final class ReadLabelled implements Grammar {

    private static final Map<String, String> LABELS = new LinkedHashMap<>();

    static {
        LABELS.put(
                "deal_amount",
                "(?:new |final |total |deal |contract )?(?:amount|value|price|size|worth|tcv|acv|arr)|(?:neuer |auftrags|vertrags|"
                        + "gesamt)?(?:betrag|wert|preis|volumen|summe)|montant|prix|valeur|importe|monto|precio|valor(?: total|"
                        + " final)?|preco|importo|prezzo|bedrag|waarde");
        LABELS.put(
                "deal_expected_signing_date",
                "(?:exp(?:ected|\\.)? |target |est\\.? )?(?:close|closing|signing|signature|sign|sign-?off)(?: date| by)?|close ?date|"
                        + "(?:abschluss|unterschrift|unterzeichnung|zeichnung)(?:sdatum| bis| am| geplant)?|signature prevue|"
                        + "signature|date de signature|cloture|"
                        + "(?:fecha de )?(?:cierre|firma)(?: prevista)?|(?:data d[ae] )?(?:fechamento|assinatura)(?: prevista)?|"
                        + "chiusura|firma");
        LABELS.put(
                "deal_start_date",
                "(?:contract )?start(?: date)?|go-?live(?: date)?|live(?: from)?|kick-?off|(?:vertrags|projekt)?(?:beginn|"
                        + "start)(?:datum)?|debut|demarrage|mise en service|(?:fecha de )?inicio|arranque|(?:data de )?inicio|"
                        + "inizio");
        LABELS.put(
                "deal_end_date",
                "(?:contract )?(?:end|expiry|expires|end date|valid until)|(?:vertrags|laufzeit)?ende|laufzeit bis|echeance|"
                        + "fin(?: de contrat)?|vencimiento|fin del contrato|vencimento|fim(?: do contrato)?|scadenza");
        LABELS.put("stage", "(?:deal )?(?:stage|phase|status|step)|stand|stufe|etape|statut|etapa|estado|fase|estagio");
        LABELS.put(
                "payment_frequency",
                "(?:payment|billing|invoicing|payments)(?: terms| frequency| cycle)?|(?:zahlung|zahlweise|abrechnung|zahlungsweise)|"
                        + "paiement|facturation|pago|facturacion|forma de pago|pagamento|faturamento|cobranca");
        LABELS.put("deal_payment_status", "(?:invoice|payment status|invoice status|rechnung|facture|factura|fatura)");
        LABELS.put("deal_health", "(?:deal )?health|risk|gesundheit|ampel|sante|salud|saude|rag");
        LABELS.put(
                "lost_reason",
                "(?:lost |loss )?reason(?: lost| for loss)?|verlustgrund|motif(?: de perte)?|motivo(?: de perdida| da perda)?");
        LABELS.put(
                "acquisition_channel_source",
                "(?:lead )?source|channel|herkunft|quelle|kanal|origine|origen|origem|fuente|fonte|canal");
    }

    private static final Map<String, Pattern> PATTERNS = new LinkedHashMap<>();

    static {
        LABELS.forEach((field, label) -> PATTERNS.put(
                field,
                Pattern.compile("(?:^|[,;|(/\\n] ?| - |[-*•·>] )(?:the |new |neu |nouveau |nuevo |novo )?(?:" + label
                        + ") ?(?:[:=]|->|→|=>) ?([^;|\\n]{1,60})")));
    }

    private static final Map<String, Pattern> FREQUENCIES = Map.of(
            "monthly", Pattern.compile("^(?:per |pro |par |por )?(?:month|monat|mois|mes\\b|mens)"),
            "quarterly", Pattern.compile("^(?:per |pro |par |por )?(?:quarter|quartal|viertelj|trimest|kwartaal)"),
            "annual",
                    Pattern.compile(
                            "^(?:per |pro |par |por )?(?:annual|year|jahr|jaehr|annee|an\\b|annuel|anual|ano\\b|jaar)"),
            "one_time",
                    Pattern.compile(
                            "^(?:one[- ]|once|single|upfront in full|lump|einmal|unique|en une fois|unico|una vez|uma vez)"));
    private static final Map<String, Pattern> HEALTH = Map.of(
            "good", Pattern.compile("^(?:good|green|healthy|strong|gut|grun|bonne?|vert|buen[oa]?|verde|boa|bom)\\b"),
            "at_risk",
                    Pattern.compile(
                            "^(?:at[- ]risk|amber|yellow|orange|risky|gefahrdet|gelb|a risque|moyenne|en riesgo|amarill[oa]|em risco|"
                                    + "amarel[oa])\\b"),
            "bad",
                    Pattern.compile(
                            "^(?:bad|red|poor|critical|schlecht|rot|kritisch|mauvaise?|rouge|mala?|roj[oa]|ruim|vermelh[oa])\\b"));
    private static final Map<String, Pattern> STATUS = Map.of(
            "paid", Pattern.compile("^(?:paid|settled|bezahlt|payee?|pagad[oa]|pag[oa])\\b"),
            "overdue", Pattern.compile("^(?:overdue|late|past due|uberfallig|en retard|vencid[oa]|atrasad[oa])\\b"),
            "invoiced",
                    Pattern.compile(
                            "^(?:invoiced|sent|out|issued|gestellt|verschickt|envoyee|enviad[oa]|emitid[oa])\\b"));

    private static final Pattern PLAIN = Pattern.compile(
            "^(?:~|ca\\.? |approx\\.? )?(\\d{1,3}(?:[.,' ]\\d{3})+|\\d{3,9})(?:[.,]\\d{2})?(?= ?(?:$|[,;.)(]|-))");

    @Override
    public void read(Reading reading) {
        if (reading.message.fromOutside()) {
            return;
        }
        for (var statement : reading.aboutDeals()) {
            if (statement.company == null
                    || statement.is(Mode.OFF_RECORD)
                    || statement.is(Mode.HEARSAY)
                    || statement.is(Mode.QUESTION)
                    || reading.taken.contains(statement)) {
                continue;
            }
            PATTERNS.forEach((field, pattern) -> {
                var match = pattern.matcher(statement.folded);
                if (match.find()) {
                    var place = new Span(
                            match.start(1) + statement.span().start(),
                            match.end(1) + statement.span().start());
                    value(field, statement, place, match.group(1).strip(), reading)
                            .ifPresent(value -> write(reading, statement, field, value, place));
                }
            });
        }
    }

    private static void write(Reading reading, Statement statement, String field, Object value, Span place) {
        var evidence = reading.evidence(value instanceof Placed placed ? placed.span() : place);
        var plain = value instanceof Placed placed ? placed.value() : value;
        var fresh = reading.newDeals.get(statement);
        if (fresh != null) {
            fresh.set(field, plain, evidence, 0.85);
            return;
        }
        boolean contract = field.equals("deal_end_date") || field.equals("deal_payment_status");
        Deals.choose(reading, statement, contract ? Deals.Purpose.CONTRACT : Deals.Purpose.SALE)
                .filter(deal ->
                        contract || Deals.open(deal) || !field.matches("deal_amount|stage|deal_expected_signing_date"))
                .ifPresent(deal -> reading.update(deal, statement.span()).set(field, plain, evidence, 0.85));
    }

    private record Placed(Object value, Span span) {}

    private static Optional<Object> value(
            String field, Statement statement, Span place, String words, Reading reading) {
        return switch (field) {
            case "deal_amount" -> amount(statement, place, words);
            case "stage" -> stage(words);
            case "payment_frequency" -> choice(FREQUENCIES, words);
            case "deal_health" -> choice(HEALTH, words);
            case "deal_payment_status" -> choice(STATUS, words);
            case "lost_reason", "acquisition_channel_source" ->
                Optional.of(place.of(reading.text()).strip().replaceAll("[.;]$", ""))
                        .filter(text -> text.length() > 2)
                        .map(text -> text);
            default ->
                date(statement, place)
                        .filter(found -> !field.equals("deal_expected_signing_date")
                                || found.value()
                                                .toString()
                                                .compareTo(reading.message.day().toString())
                                        > 0)
                        .map(found -> found);
        };
    }

    private static Optional<Placed> date(Statement statement, Span place) {
        return statement.dates.stream()
                .filter(date ->
                        date.span().start() >= place.start() && date.span().start() - place.start() < 14)
                .findFirst()
                .filter(date -> !Clauses.denied(statement, date.span()))
                .map(date -> new Placed(date.date().toString(), date.span()));
    }

    private static Optional<Object> amount(Statement statement, Span place, String words) {
        var money = statement.moneys.stream()
                .filter(found ->
                        found.span().start() >= place.start() && found.span().start() - place.start() < 8)
                .findFirst();
        if (money.isPresent()) {
            return money.filter(found -> !found.range() && found.amount().signum() > 0)
                    .map(found -> new Placed(ReadAmounts.number(found.amount()), found.span()));
        }
        var plain = PLAIN.matcher(words);
        return plain.find()
                ? Optional.of(new Placed(
                        ReadAmounts.number(new BigDecimal(plain.group(1).replaceAll("\\D", ""))),
                        new Span(place.start() + plain.start(1), place.start() + plain.end(1))))
                : Optional.empty();
    }

    private static Optional<Object> stage(String words) {
        var name = StageCues.NAMED.matcher(words);
        return name.lookingAt() ? Optional.of(StageCues.named(name.group(1))) : Optional.empty();
    }

    private static Optional<Object> choice(Map<String, Pattern> values, String words) {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(words).find())
                .map(Map.Entry::getKey)
                .map(value -> (Object) value)
                .findFirst();
    }
}
