package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.FoundDate;
import dev.windrose.llm.language.Span;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Calls, meetings, demos and events that took place, and mails that the author asks to file. */
final class ReadInteractions implements Grammar {

    private static final Map<String, Pattern> CUES = new LinkedHashMap<>();
    /** A mail or a note is not logged because it is spoken of. */
    private static final Set<String> HELD = Set.of("call", "meeting", "demo", "event");

    private static final Pattern NOT_HELD = Pattern.compile(
            "\\b(?:no[- ]?shows?|(?:didn't|did not|never|failed to) (?:show|turn)(?: up)?|stood (?:me|us) up|in the (?:diary|"
                    + "calendar)|booked|scheduled|rescheduling|reschedul\\w*|cancel\\w*|tomorrow|tmrw|will call|"
                    + "i'll call|ll call|to call|call (?:her|him|them|me) (?:on|back|asap|by|at)|pls call|please call|set "
                    + "up|let's|can you|could you|calling|want to meet|to meet|will meet|seeing (?:her|him|them)|upcoming|"
                    + "next call|invite|invitation|"
                    + "(?:my|our|the) (?:chat|dm|whatsapp)|internal(?:ly)?|"
                    + "team meeting|our (?:weekly|standup|stand-up)|didn't happen|did not happen|never "
                    + "happened|verschoben|abgesagt|morgen|vereinbart|geplant|prevu|demain|manana|programad[oa]|"
                    + "agendad[oa]|have \\w+ call|need to call|needs to call|remind|reference call|should call|voicemail|"
                    + "left a message|no answer|"
                    + "nicht (?:erschienen|gekommen|aufgetaucht)|pas venue?s?|ne s'est pas presente\\w*|pose un lapin|no (?:se )?"
                    + "(?:presento|vino|aparecio)|nao (?:apareceu|veio|compareceu)|aplazad[oa]|adiad[oa]|desmarcad[oa]|ausgefallen|"
                    + "reportee?|"
                    + "treffe (?:ich|wir)|rufe ich|je vois|on se voit|nos vemos|quedamos|encontramo-nos|vou (?:ligar|visitar)|"
                    + "voy a (?:llamar|visitar)|vais (?:appeler|voir|visiter)|will (?:visit|ring|phone))\\b");
    private static final Pattern NOT_TAKEN_PLACE = Pattern.compile(
            "\\b(?:no[- ]?shows?|(?:didn't|did not|never|failed to) (?:show|turn)(?: up)?|stood (?:me|us) up|cancel\\w*|"
                    + "reschedul\\w*|abgesagt|didn't happen|annule\\w*|cancelad\\w*|"
                    + "nicht (?:erschienen|gekommen|aufgetaucht)|pas venue?s?|ne s'est pas presente\\w*|pose un lapin|no (?:se )?"
                    + "(?:presento|vino|aparecio)|nao (?:apareceu|veio|compareceu)|aplazad[oa]|adiad[oa]|desmarcad[oa]|ausgefallen)\\b");
    private static final Pattern IN_PERSON = Pattern.compile(
            "\\b(?:visit|\\w+besuch|ortstermin|in person|on the premises|kick-?off day|at their \\w+|at the (?:site|plant|farm|barn|"
                    + "warehouse|clinic|school|yard)|(?:walked|came) out of \\w+ office|stopped by|sur place|en persona|pessoalmente|"
                    + "nas instalacoes|in loco|presentiel|on-?site|vor ort|lunch|coffee|breakfast|dinner|besuch|presencial|visita|"
                    + "visite|bezoek|besok|at their (?:office|hq|site)|dejeuner|almuerzo|pranzo|meeting|reunion|"
                    + "treffen)\\b");
    private static final Pattern DEMO =
            Pattern.compile("^\\W*(?:demo|vorfuhrung|demonstration|demostracion|demonstracao)\\b");
    private static final Pattern INTERNAL = Pattern.compile(
            "\\b(?:internal|pipeline review|standup|forecast call|team call|all[- ]hands|1:1|"
                    + "team-?runde|jour fixe|reunion d'equipe|reunion de equipo|reuniao de equip[ae]|intern[eao]?s?)\\b");
    private static final Pattern FILE = Pattern.compile("\\b(?:log|file|record|ablage|ablegen|classer|archivar|"
            + "arquivar|archivier\\w*|erfassen|logga|loggen|registr\\w*|consigner|save|store|"
            + "add)\\b(?! ?(?:in|out|on|as deal))[^.!?]{0,30}");

    static {
        CUES.put(
                "demo",
                Pattern.compile(
                        "\\b(?:walked (?:[\\w']+ ){1,3}through (?:the |our )?(?:product|platform|tool|app|demo|software|system)|"
                                + "product tour|showed (?:[\\w']+ ){1,2}(?:the |our )?(?:product|platform|app|tool|software)|"
                                + "demo (?:do|del|de la|der|du|van (?:de|het|ons|onze|deze)|av|of|at|in|on|mit|con|com|avec|met|med)|demo'?e?d|demo (?:w/|"
                                + "with|for|notes|call|today|done|yesterday|went|to)|gave (?:\\w+ "
                                + "){0,4}demo|ran (?:a |the )?demo|did (?:a |the )?demo|showed (?:them|him|her|\\w+) (?:the "
                                + ")?(?:product|platform)|vorgefuhrt|produktdemo|demo (?:gemacht|gezeigt))(?!\\w)"));
        CUES.put(
                "event",
                Pattern.compile(
                        "\\b(?:(?:ran into|bumped into)\\b[^.;]{2,40}\\bat\\b|(?:met|ran into|bumped into|talked to|spoke (?:to|"
                                + "with))\\b[^.;]{0,60}\\b(?:booth|trade ?show|"
                                + "conference|expo|fair|summit|meetup|messe|salon|feria|fiera|event)|(?:trade ?show|conference|messe) "
                                + "(?:notes|talk))(?!\\w)"));
        CUES.put(
                "meeting",
                Pattern.compile(
                        "\\b(?:(?<!bel |belde |gesproken |call |overleg |gesprek |afspraak |lunch |samen |mote )met(?! "
                                + "(?:our|the|all|their|with (?:approval|resistance)))|mtg|meeting (?:with|w/|today|at|notes|yesterday|"
                                + "this)|met up|(?:had|over|for|quick|grabbed|after) (?:a |an )?(?:\\w+ )?(?:lunch|coffee|breakfast|"
                                + "dinner|beer)|lunch (?:in|with|w/)|coffee (?:with|w/)|site visit|on[- ]?site|in person|visited|"
                                + "vor ort|besuch(?:t|e)?\\b|getroffen|treffen mit|mittagessen|dejeuner|rencontre|rendez-vous|rdv|"
                                + "reunion|almuerzo|comida con|visita|incontro|incontrato|pranzo|reuniao|almoco|bezoek|gesproken op "
                                + "locatie|mote med|traffade|lunch med|qbr|great (?:mtg|meeting)|good (?:mtg|meeting))(?!\\w)"));
        CUES.put(
                "call",
                Pattern.compile(
                        "\\b(?:spoke (?:to|with|w/)|(?:had|got off|off) (?:a |the |an )?(?:\\w+ )?(?:teams|zoom|phone|video|webex|"
                                + "google meet)(?! (?:support|line|system|app))|got off (?:a|the) (?:phone|call)|(?:caught|"
                                + "catching) up (?:with|by)|catch-?up with|"
                                + "rief (?:\\w+ )?an|ligacao|liguei|por (?:telefono|zoom|teams|telefone)|par telephone|spoken (?:to|"
                                + "with)|talked (?:to|with|w/)|(?<!\\b(?:is|are|was|were|now|be|so|he's|she's|it's|also|"
                                + "who's) )(?<!-)called|phoned|rang|\\(phone\\b|phone[,:]|"
                                + "phoner|phoned|by phone|zoom\\w*|teams[- ]call|(?:had|just|quick|good|great|long|on|after|off) (?:a |"
                                + "an |the |our |my )?(?:\\w+ )?call(?! (?:recording|center|centre|routing|queue|volume))|call (?:with|"
                                + "w/|notes|today|recap|done|yesterday|this|log)|"
                                + "(?:discovery|intro|renewal|kick-?off|pricing|follow-?up|check-?in|status|review|closing|cold|sales|"
                                + "qualification|feedback|technical|legal|security) (?:call|talk|check-in)|check-in|(?:on|from|in|"
                                + "during|after) (?:today|yesterday|monday|tuesday|wednesday|thursday|friday|this morning)'s (?:call|"
                                + "zoom|teams)|two calls|calls today|\\d+ calls|call\\b(?= (?:\\d|#|-|on|jan|feb|mar|apr|may|jun|jul|"
                                + "aug|sep|oct|nov|dec))|call (?:this|earlier)|"
                                + "telefonat|telefoniert|angerufen|anruf von|am telefon|gesprach mit|appel(?:e|ee)? (?:avec|de)|au "
                                + "telephone|j'ai eu \\w+ au|llamada con|llame a|llamo|hable con|hablado con|chiamata con|sentito|"
                                + "parlato con|ligacao com|liguei|falei com|bel met|belde met|gebeld met|gebeld|gesproken met|"
                                + "telefon\\w* med|ringde|pratade med|snackade med)(?!\\w)|電話"));
    }

    private static final Lexicon FAIR = Lexicon.of("fair");
    private static final Lexicon THING = Lexicon.of("thing");
    /** "Dana on the phone", not time that is spent on it. */
    private static final Pattern PHONE =
            Pattern.compile("\\b(?:on|am|au|al|aan de|i) (?:the )?(?:phone|telefon|telephone|telefono|telefoon)\\b");

    private static final Pattern SPENT = Pattern.compile(
            "\\b(?:spen[dt]\\w*|time|hours?|minutes|picks?|answers?|support|all day|hang\\w*|verbring\\w*|passe\\w*|pasa\\w*)\\b");
    private static final Pattern SEVERAL = Pattern.compile(
            "\\b(?:two|three|four|five|several|\\d|zwei|drei|deux|trois|dos|tres|duas|due|twee|tva) (calls|meetings|demos|visits|"
                    + "telefonate|anrufe|termine|besuche|appels|rendez-vous|visites|llamadas|reuniones|visitas|ligacoes|reunioes|chiamate|"
                    + "riunioni|gesprekken|samtal)\\b");

    private final Set<String> written = new LinkedHashSet<>();

    @Override
    public void read(Reading reading) {
        if (reading.message.fromOutside()) {
            return;
        }
        for (var statement : reading.statements) {
            if (!statement.part.passedOn()) {
                held(reading, statement);
                several(reading, statement);
            }
        }
        filed(reading);
        reading.statements.stream()
                .filter(statement -> statement.company != null && !reading.taken.contains(statement))
                .forEach(statement -> meant(reading, statement, statement.company));
        if (reading.message.channel().equals("call_note") && written.isEmpty()) {
            note(reading);
        }
    }

    /** A call note whose head only names the account is a call, unless it names another medium. */
    private void note(Reading reading) {
        var head = reading.statements.stream()
                .filter(statement -> !statement.companies.isEmpty() || !statement.contacts.isEmpty())
                .findFirst();
        boolean held = reading.statements.stream().noneMatch(statement -> statement.has(NOT_TAKEN_PLACE));
        if (head.isEmpty()
                || head.get().company == null
                || !held
                || !head.get().modes.isEmpty()
                || reading.statements.getFirst().has(INTERNAL)
                || reading.settled.contains(head.get()) && head.get().contacts.isEmpty()
                || reading.statements.indexOf(head.get()) > 1) {
            return;
        }
        var company = head.get().company;
        date(reading, head.get(), head.get().span()).ifPresent(when -> {
            written.add(company.id());
            reading.intents.add("log_interaction");
            draft(
                    reading,
                    head.get(),
                    company,
                    head.get().has(DEMO) ? "demo" : head.get().has(IN_PERSON) ? "meeting" : "call",
                    head.get().span(),
                    when);
        });
    }

    private void held(Reading reading, Statement statement) {
        var company = statement.company;
        if (company == null
                || statement.is(Mode.HEARSAY)
                || statement.is(Mode.OFF_RECORD) && statement.raw.length() > 120
                || reading.taken.contains(statement) && !reading.settled.contains(statement)) {
            return;
        }
        for (var cue : CUES.entrySet()) {
            var place = statement.find(cue.getValue()).or(() -> reported(statement, cue.getKey()));
            if (place.isEmpty()) {
                continue;
            }
            var when = date(reading, statement, place.get());
            if (when.isPresent()
                    && !denied(statement, place.get())
                    && !written.contains(company.id())
                    && told(reading, statement)) {
                written.add(company.id());
                reading.intents.add("log_interaction");
                draft(reading, statement, company, type(reading, statement, cue.getKey()), place.get(), when.get());
            }
            return;
        }
    }

    private static Optional<Span> reported(Statement statement, String type) {
        if (type.equals("event")) {
            return Optional.empty();
        }
        boolean shown = !type.equals("demo") || statement.has(THING) || !statement.products.isEmpty();
        return statement
                .find(Lexicon.of("held " + type))
                .filter(_ -> shown)
                .or(() ->
                        type.equals("call") && !SPENT.matcher(statement.folded).find()
                                ? statement.find(PHONE)
                                : Optional.empty());
    }

    /** "Two calls today": each account that begins a line below had one. */
    private void several(Reading reading, Statement head) {
        var found = SEVERAL.matcher(head.folded);
        if (!found.find() || !head.companies.isEmpty()) {
            return;
        }
        var type = found.group(1).matches("demos")
                ? "demo"
                : found.group(1).matches("calls|telefonate|anrufe|appels|llamadas|ligacoes|chiamate|samtal|gesprekken")
                        ? "call"
                        : "meeting";
        int at = reading.statements.indexOf(head);
        var when = date(reading, head, head.span());
        for (var statement : reading.statements.subList(at + 1, reading.statements.size())) {
            boolean begins = statement.companies.stream()
                    .anyMatch(mention -> mention.clear()
                            && mention.span().start() - statement.span().start() < 12);
            if (begins && statement.company != null && when.isPresent() && written.add(statement.company.id())) {
                reading.intents.add("log_interaction");
                draft(reading, statement, statement.company, type, statement.span(), when.get());
            }
        }
    }

    /** A meeting told in words that no rule knows. */
    private void meant(Reading reading, Statement statement, KnownRecord company) {
        if (written.contains(company.id())
                || statement.has(NOT_HELD)
                || statement.has(INTERNAL)
                || ReadRequests.arranges(statement)) {
            return;
        }
        ByMeaning.fact(reading, statement, "held", ByMeaning.SURE)
                .filter(likely -> HELD.contains(likely.value()))
                .ifPresent(likely -> date(reading, statement, statement.span()).ifPresent(when -> {
                    written.add(company.id());
                    reading.intents.add("log_interaction");
                    draft(reading, statement, company, likely.value(), statement.span(), when);
                }));
    }

    /** A place decides over the word: a call in the office is a meeting, a demo stays a demo. */
    private static String type(Reading reading, Statement statement, String found) {
        boolean inPerson = statement.has(Pattern.compile(
                "\\b(?:in person|on-?site|vor ort|lunch|coffee|breakfast|dinner|presencial|at their (?:office|hq|"
                        + "site)|dejeuner|almuerzo|pranzo)(?!\\w)"));
        if ((found.equals("call") || found.equals("meeting")) && (statement.has(FAIR) || atAFair(reading, statement))) {
            return "event";
        }
        if (found.equals("call") && inPerson) {
            return "meeting";
        }
        boolean remote = statement.has(Pattern.compile(
                "\\b(?:zoom|teams|google meet|phone|by phone|video|telefon\\w*|webex|call with|teams-call)(?!\\w)"));
        return found.equals("meeting") && remote ? "call" : found;
    }

    /** The head of the note names the fair. */
    private static boolean atAFair(Reading reading, Statement statement) {
        return reading.message.channel().equals("call_note")
                && !reading.statements.isEmpty()
                && reading.statements.getFirst().has(FAIR)
                && reading.statements.indexOf(statement) <= 2;
    }

    private static boolean denied(Statement statement, Span place) {
        var clause = statement.clauseText(place);
        boolean off = NOT_HELD.matcher(statement.folded).find()
                && (NOT_HELD.matcher(clause).find() || statement.has(Pattern.compile("\\bno[- ]?show")));
        return off
                || ReadRequests.arranges(statement)
                || INTERNAL.matcher(clause).find();
    }

    /** Somebody else's meeting is not ours: the author has to be in it, or it is a note. */
    private static boolean told(Reading reading, Statement statement) {
        return !statement.is(Mode.QUESTION)
                || statement.raw.length() > 60
                || reading.message.channel().equals("call_note");
    }

    private static Optional<LocalDate> date(Reading reading, Statement statement, Span place) {
        var today = reading.message.day();
        var inClause = statement.dates.stream()
                .filter(date -> !date.period() || date.past().equals(date.date()))
                .toList();
        var near = inClause.stream()
                .filter(date -> date.span().distanceTo(place) < 70
                        && (date.span().distanceTo(place) < 25 || DateRoles.of(statement, date) != DateRoles.Role.SIGN))
                .toList();
        if (near.isEmpty()) {
            return Optional.of(today);
        }
        return near.stream()
                .map(FoundDate::past)
                .filter(past -> !past.isAfter(today) && past.isAfter(today.minusMonths(8)))
                .findFirst()
                .or(() -> near.stream()
                                .anyMatch(date -> date.span().distanceTo(place) < 25
                                        && statement.clause(place).holds(date.span()))
                        ? Optional.empty()
                        : Optional.of(today));
    }

    private void draft(
            Reading reading, Statement statement, KnownRecord company, String type, Span place, LocalDate when) {
        var draft = reading.create("interaction", company, statement.span()).key("company", company.name());
        draft.set("interaction_type", type, reading.evidence(place), 0.9);
        draft.set("date", when.toString(), reading.evidence(statement.span()), 0.9);
        var people = Attendees.of(reading, statement, company);
        if (!people.isEmpty()) {
            draft.set("contacts", people, reading.evidence(statement.span()), 0.85);
        }
    }

    /** "Please log this": the mail below becomes an interaction with its own day and writer. */
    private void filed(Reading reading) {
        var mail = reading.parts.stream()
                .filter(part -> part.kind() == Part.Kind.FORWARDED && part.contact() != null)
                .findFirst();
        if (mail.isEmpty() || mail.get().contact() == null) {
            return;
        }
        var asked = reading.statements.stream()
                .filter(statement ->
                        statement.part.kind() == Part.Kind.OWN && statement.has(FILE) && !statement.is(Mode.OFF_RECORD))
                .findFirst();
        var company = reading.companyOf(mail.get().contact());
        if (asked.isPresent()
                && company.isPresent()
                && written.add(company.get().id())) {
            var day = mail.get().written() == null
                    ? reading.message.day()
                    : mail.get().written();
            reading.create("interaction", company.get(), asked.get().span())
                    .key("company", company.get().name())
                    .set(
                            "interaction_type",
                            "email",
                            reading.evidence(asked.get().span()),
                            0.9)
                    .set(
                            "contacts",
                            List.of(mail.get().contact().name()),
                            reading.evidence(mail.get().span()),
                            0.9)
                    .set("date", day.toString(), reading.evidence(asked.get().span()), 0.9);
        }
    }
}
