package dev.windrose.intake.reading;

import dev.windrose.llm.language.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A project, campaign or initiative that a colleague asks to set up. */
final class ReadProjects implements Grammar {

    private static final String NOUN =
            "project|campaign|initiative|program(?:me)?|roadshow|projekt|kampagne|projet|campagne|proyecto|campana|projeto|campanha|"
                    + "progetto|campagna|kampanj";
    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:creat\\w*|start\\w*|set ?(?:ting)? ?up|new|kick(?:ing)?[ -]?off|launch\\w*|add|open\\w*|plan\\w*|track|log|"
                    + "anleg\\w*|neue[sn]?|erstell\\w*|cree\\w*|creer|nouveau|"
                    + "nouvelle|crea\\w*|nuev[oa]|cria\\w*|nov[oa]|skapa|nieuw[e]?|maak)\\b[^.;\\n]{0,60}?\\b(?:" + NOUN
                    + ")\\b|\\b(?:" + NOUN + ")\\b[^.;\\n]{0,30}\\b(?:anlegen|erstellen|starten)\\b|"
                    + "^\\W*(?:[\\p{L}-]+ ){0,3}?(?:" + NOUN + ") ?:|"
                    + "\\b(?:" + NOUN
                    + "),? [\"'“„«‘][^\"'”“»’\\n]{3,60}[\"'”“»’],? (?:runs?|kicks? off|starts?|begins?|goes|lasts?|from|lauft|"
                    + "startet|beginnt|vom|ab|du|demarre|commence|desde|del|empieza|comeca|"
                    + "de|dal|parte|loopt|start)\\b|"
                    + "\\b(?:set|put|open|log|make|create|enter|record|treat|track)\\w* (?:it|this|that|these) (?:up )?(?:as|"
                    + "into) (?:a |an |one )?(?:new )?(?:"
                    + NOUN + ")\\b");
    private static final Pattern CALLED = Pattern.compile(
            "(?:\\b(?:call(?:ed)?(?: it)?|named?(?: it)?|titled|name:?|namens|heisst|appelee?|nomme\\w*|llamad[oa]|llamalo|"
                    + "chamad[oa]|genannt|"
                    + NOUN + ")\\b ?:? ?)[\"'“„«‘]([^\"'”“»’\\n]{3,80})[\"'”“»’]");
    private static final Pattern QUOTED = Pattern.compile("[\"“„«‘']([^\"”“»’'\\n]{4,80})[\"”“»’']");
    private static final Pattern BARE = Pattern.compile(
            "(?:called|named|call it|titled|namens|[Pp]roject|[Pp]rojekt|[Pp]rojet|[Pp]royecto|[Pp]rojeto|[Cc]ampaign|"
                    + "[Ii]nitiative):? ((?:\\p{Lu}[\\p{L}\\d&'-]*|\\d{4})(?: (?:\\p{Lu}[\\p{L}\\d&'-]*|\\d{4}|of|the|and|de|für|for))*)");
    private static final Pattern BEFORE = Pattern.compile(
            "((?:\\p{Lu}[\\p{L}\\d&'-]*|\\d{4})(?: (?:\\p{Lu}[\\p{L}\\d&'-]*|\\d{4}))+) (?:project|campaign|initiative|"
                    + "program(?:me)?|launch)");
    private static final Map<String, Pattern> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put(
                "product_launch",
                Pattern.compile(
                        "\\b(?:product launch|launch of|launch(?:ing)? (?:the |our )?(?:new|v\\d)|release|produkteinfuhrung|"
                                + "lancement|lanzamiento|lancamento)\\b"));
        TYPES.put(
                "marketing_campaign",
                Pattern.compile(
                        "\\b(?:campaign|marketing|webinar\\w*|newsletter|ads?|roadshow|kampagne|campagne|campana|campanha|"
                                + "event series|content series|nurture)\\b"));
        TYPES.put(
                "customer_success_program",
                Pattern.compile(
                        "\\b(?:customer success|onboarding|adoption|retention|churn|health check\\w*|cs program\\w*|"
                                + "renewal program\\w*|kundenerfolg)\\b"));
        TYPES.put(
                "sales_initiative",
                Pattern.compile(
                        "\\b(?:sales|outbound|blitz|pipeline|prospecting|territory|upsell|vertrieb\\w*|ventes|ventas|vendas)\\b"));
        TYPES.put(
                "capability",
                Pattern.compile(
                        "\\b(?:capability|enablement|training|tooling|playbook|hiring|certification|capacity)\\b"));
    }

    private static final Pattern START = Pattern.compile(
            "\\b(?:start\\w*|kick\\w*[ -]?off|begin\\w*|from|ab|beginn\\w*|debut\\w*|demarr\\w*|a partir de|desde|inici\\w*|empieza|"
                    + "comeca|launch\\w*|goes live|runs?|running|lasts|lauft|vom|von|du|del|dal|between|zwischen|entre)\\b[^,.;]{0,24}$");

    @Override
    public void read(Reading reading) {
        if (reading.message.fromOutside()) {
            return;
        }
        for (var statement : reading.statements) {
            if (!statement.has(ASKED)
                    || statement.is(Mode.QUESTION)
                    || statement.is(Mode.HEARSAY)
                    || statement.is(Mode.OFF_RECORD)
                    || statement.is(Mode.UNSURE)
                    || statement.part.passedOn()) {
                continue;
            }
            name(reading, statement).ifPresent(name -> create(reading, statement, name));
        }
    }

    private static Optional<Span> name(Reading reading, Statement statement) {
        int from = statement.span().start();
        int next = reading.statements.indexOf(statement) + 1;
        int to = next < reading.statements.size()
                ? reading.statements.get(next).span().end()
                : statement.span().end();
        var text = reading.text().substring(from, to);
        for (var pattern : new Pattern[] {CALLED, QUOTED, BARE, BEFORE}) {
            var match = pattern.matcher(text);
            if (match.find()) {
                return Optional.of(new Span(match.start(1) + from, match.end(1) + from));
            }
        }
        return Optional.empty();
    }

    private static void create(Reading reading, Statement statement, Span name) {
        var draft = reading.create("project", null, statement.span())
                .key("name", name.of(reading.text()).strip());
        TYPES.entrySet().stream()
                .filter(type -> statement.has(type.getValue()))
                .findFirst()
                .ifPresent(type -> draft.set("project_type", type.getKey(), reading.evidence(statement.span()), 0.8));
        int at = reading.statements.indexOf(statement);
        for (var other : reading.statements.subList(at, Math.min(at + 3, reading.statements.size()))) {
            for (var date : other.dates) {
                var field = START.matcher(other.before(date.span(), 40)).find() && !draft.has("start_date")
                        ? "start_date"
                        : "target_end_date";
                if (!draft.has(field)) {
                    draft.set(field, date.date().toString(), reading.evidence(date.span()), 0.85);
                }
            }
            reading.taken.add(other);
        }
    }
}
