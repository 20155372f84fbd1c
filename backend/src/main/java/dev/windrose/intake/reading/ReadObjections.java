package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What somebody on the customer's side holds against buying. */
final class ReadObjections implements Grammar {

    private static final Pattern CONCERN = Pattern.compile(
            "\\b(?:(?:can't|cannot|can not|couldn't) (?:live with|switch|commit|justify|accept|agree|do|go)|"
                    + "otherwise no (?:deal|go|signature)|no (?:deal|signature|go) (?:then|without|until)|(?:won't|"
                    + "will not|wont|not going to) (?:buy|sign|proceed|agree)|(?:wants?|needs?|has|have) to see|(?:wants?|"
                    + "needs?) (?:a|an|the|our) [\\w -]{3,30} first|without (?:it|that|this)|misses (?:a|an|the)|"
                    + "is missing|unterschreib\\w+ (?:sie|er) nicht|so nicht|no puede\\w* aceptar|no le convence|"
                    + "no acepta\\w*|il manque|manque|n'accepte\\w*|refuse\\w*|nao aceita\\w*|receio|preocupa\\w*|objecao|"
                    + "niet akkoord|accetta\\w* non|vill inte|hakar upp|nicht akzeptier\\w*|stort|haken|strittig|"
                    + "umstritten|worr(?:y|ied|ies)|concern(?:s|ed)?|objection\\w*|object(?:s|ed)|push(?:ed|ing)? back|pushback|"
                    + "hesitant|hesitat\\w*|reluctant|deal ?breaker|show ?stopper|nervous|afraid|scared|skeptical|"
                    + "sceptical|uneasy|can't accept|won't accept|refus\\w+|insist\\w*|"
                    + "a no\\b|hell no|no-go|uncomfortable|not comfortable|doubts?|blocker|hung up on|problem with|issue "
                    + "with|no movement|won't (?:move|sign|budge|buy)|can't move|"
                    + "bedenken|sorge\\w*|einwand|einwande|befurcht\\w*|stort sich|blockiert|sonst (?:nein|nicht)|"
                    + "inquiet\\w*|objection principale|reticen\\w*|craint|preocupad[oa]s?|objecion|preocupa|duda|"
                    + "preoccupat[oi]|obiezione|obje[ck]\\w*|bezwaar|zorgen|bezorgd|invandning\\w*|oroad|orolig)\\b");
    private static final Map<String, Pattern> CATEGORIES = new LinkedHashMap<>();
    /** Says by itself that something is held against buying. */
    private static final Map<String, Pattern> OUTRIGHT = new LinkedHashMap<>();

    private static final Pattern RIVAL = Pattern.compile(
            "(?:\\b(?:when|because|as|since|that|but)? ?)(\\p{Lu}[\\p{L}\\d]+(?: \\p{Lu}[\\p{L}\\d]+)?)(?: is| "
                    + "are| was| ist| est| es| e)? (?:only |just |about |ca\\.? |at |\")*(?:\\d+ ?%? ?(?:cheaper|moins "
                    + "cher|billiger|gunstiger|günstiger|más barat\\w+|billigare|goedkoper)|cheaper|moins cher|billiger|"
                    + "günstiger|goedkoper|billigare)|"
                    + "(?:why is it|more than|than|cheaper at|prefer(?:s)?|leaning towards?|comparing (?:us )?(?:to|with)|"
                    + "against) (?:[\\d\\w]+ when )?(\\p{Lu}[\\p{L}\\d]+(?: \\p{Lu}[\\p{L}\\d]+)?)|when "
                    + "(\\p{Lu}[\\p{L}\\d]+(?: \\p{Lu}[\\p{L}\\d]+)?) is");
    private static final Pattern SETTLED = Pattern.compile(
            "\\b(?:no (?:concerns?|objections?|pushback|issues?|problems?|blockers?)|none\\b|not (?:worried|"
                    + "concerned|a problem|an issue)|didn't push back|isn't (?:a )?(?:problem|concern)|resolved|solved|"
                    + "sorted|one less|less of a|no longer|off the table|out of the way|cleared|went away|fine (?:now|"
                    + "with))\\b");

    static {
        CATEGORIES.put(
                "price",
                Pattern.compile(
                        "\\b(?:price\\w*|pricing|pricey|cost\\w*|expensive|budget\\w*|cheaper|money|too much|teuer|preis\\w*|"
                                + "kosten|prix|cher|precio|caro|car[oa]s|prezzo|prijs|duur|pris|dyr\\w*|moins cher)\\b"));
        CATEGORIES.put(
                "security",
                Pattern.compile(
                        "\\b(?:security|secure|data protection|privacy|gdpr|dsgvo|datenschutz|where (?:the |our |their "
                                + ")?(?:data|backups?)|backups? live|encryption|pen[- ]?test|soc ?2|iso ?27001|compliance|hosting|"
                                + "hosted|data residency|seguridad|securite|sicherheit\\w*|beveiliging|sakerhet|breach|hack\\w*)\\b"));
        CATEGORIES.put(
                "contract",
                Pattern.compile(
                        "\\b(?:contract\\w*|liabilit\\w*|indemnit\\w*|redlin\\w*|clause\\w*|terms|net[- ]?\\d+|notice period|"
                                + "exit|lock-?in|auto-?renew\\w*|termination|dpa|avv|payment terms|commitment|multi-?year|haftung|"
                                + "vertrag\\w*|klausel|kundigung\\w*|clausula|contrat\\w*|clausola|salida|resiliation|avtal\\w*|"
                                + "aansprakelijk\\w*)\\b"));
        CATEGORIES.put(
                "timing",
                Pattern.compile(
                        "\\b(?:timing|season|saison|not now|before \\w+ (?:is|are) over|until (?:after|next)|migration|too (?:early|soon|late|busy)|busy|next year|freeze|until|capacity|bandwidth|"
                                + "rollout|roll-?out|resources|peak season|reorg\\w*|zeitpunkt|zeitplan|keine zeit|timeline|calendrier|"
                                + "momento|tid)\\b"));
        CATEGORIES.put(
                "authority",
                Pattern.compile(
                        "\\b(?:authority|sign-?off|group hq|parent company|board approval|head office|mutterkonzern|zentrale|maison mere|matriz|not (?:my|her|his) (?:call|decision)|committee|steering|approval chain|"
                                + "global hq|headquarters has to|konzern)\\b"));
        CATEGORIES.put(
                "feature_gap",
                Pattern.compile(
                        "\\b(?:feature\\w*|connector|missing|misses|lacks?|integration\\w*|doesn't (?:have|support|do)|no (?:api|sso|"
                                + "integration|connector)|roadmap|fehlt|fehlende|funktion\\w*|fonctionnalite\\w*|funcionalidad\\w*|cpu|"
                                + "overhead|performance)\\b"));
        CATEGORIES.put(
                "competitor",
                Pattern.compile(
                        "\\b(?:competitor|rival|alternative|incumbent|already (?:use|have|with)|wettbewerb\\w*|konkurrenz|"
                                + "concurrent|competidor)\\b"));
        OUTRIGHT.put(
                "price",
                Pattern.compile(
                        "\\b(?:too (?:expensive|pricey|high|much|steep|dear)|\\d+ ?% (?:above|over|more than)|above what|priced out|(?:can't|cannot) (?:justify|afford)|hors budget|depasse le budget|"
                                + "fuera de presupuesto|acima do orcamento|sprengt (?:das|ihr) budget|alto demais|car[oa] demais|preco (?:muito )?alto|muito car[oa]|demasiado alto|trop eleve|te hoog|kein budget|sin presupuesto|sem orcamento|geen budget|"
                                + "expensive for|over (?:the |their |our )?budget|out of budget|above "
                                + "(?:the |their |our )?budget|beyond (?:the |their |our )?budget|cheaper|price objection|sticker "
                                + "shock|can't afford|zu teuer|zu hoch|uber (?:dem )?budget|trop cher|moins cher|muy caro|demasiado "
                                + "caro|troppo caro|te duur|for dyrt|not at \\d+|no budget)\\b|予算は"));
        OUTRIGHT.put(
                "competitor",
                Pattern.compile(
                        "\\b(?:leaning towards?|leans? towards?|prefers? (?!to|not|it|us|our)|tendiert zu|penche pour)\\b"));
        OUTRIGHT.put(
                "timing",
                Pattern.compile(
                        "\\b(?:not (?:this|the right) (?:year|quarter|time)|no bandwidth|won't move until|bad time|too busy "
                                + "(?:right now|until)|zu fruh|pas le moment|no es el momento)\\b"));
        OUTRIGHT.put(
                "contract",
                Pattern.compile(
                        "\\b(?:no (?:dpa|nda|contract|msa|avv|sla),? no (?:deal|signature|go)|uncapped liability|(?:wants?|"
                                + "want|need|needs|demand\\w*|insists? on) (?:an? )?(?:uncapped|unlimited|exit clause|clausula de "
                                + "salida|termination for convenience)|(?:net|payment terms)[ -]?(?:\\w+ )?\\d+ ?- that's)\\b"));
        OUTRIGHT.put(
                "feature_gap",
                Pattern.compile(
                        "\\b(?:feature gap|missing (?:feature|functionality|integration)|lacks (?:a |an |the )?\\w+|or it's "
                                + "a no|is a must[- ]have|funktion fehlt)\\b"));
    }

    private final Set<String> written = new LinkedHashSet<>();

    @Override
    public void read(Reading reading) {
        if (reading.message.fromOutside()) {
            return;
        }
        for (var statement : reading.statements) {
            if (statement.company == null
                    || statement.is(Mode.HEARSAY)
                    || statement.is(Mode.OFF_RECORD)
                    || reading.taken.contains(statement)
                    || own(reading, statement)) {
                continue;
            }
            boolean lost = reading.drafts.stream()
                    .anyMatch(draft -> "lost".equals(draft.value("stage")) && statement.company.sameAs(draft.company));
            if (lost) {
                continue;
            }
            category(statement)
                    .map(found -> found.name().equals("other") ? named(reading, statement, found) : found)
                    .ifPresent(found -> write(reading, statement, statement.company, found));
        }
        if (written.isEmpty()) {
            reading.statements.forEach(statement -> meant(reading, statement));
        }
    }

    /** Text of a subject line, or a question of ours, objects to nothing. */
    private static boolean own(Reading reading, Statement statement) {
        boolean reason = statement.has(StageCues.LOST)
                && !statement
                        .find(StageCues.LOST)
                        .filter(place -> Clauses.denied(statement, place))
                        .isPresent();
        return reason
                || statement.part.kind() == Part.Kind.SUBJECT
                || statement.is(Mode.QUESTION) && statement.folded.length() < 40
                || reading.intents.contains("request_approval")
                        && statement.has(Pattern.compile("\\b(?:approv\\w*|ok\\?|your ok)\\b"));
    }

    private record Category(String name, Span place) {}

    private static Category named(Reading reading, Statement statement, Category found) {
        return new Category(ByMeaning.choice(reading, statement, "objection").orElse(found.name()), found.place());
    }

    /** Something held against buying in words that no rule knows. */
    private void meant(Reading reading, Statement statement) {
        var company = statement.company;
        boolean settled = statement.has(SETTLED)
                || statement.has(StageCues.SET)
                || !statement.firm()
                || reading.taken.contains(statement)
                || reading.drafts.stream().anyMatch(draft -> "lost".equals(draft.value("stage")))
                || statement.part.kind() != Part.Kind.OWN
                || own(reading, statement);
        if (company != null && !settled) {
            ByMeaning.plain(reading, statement, "objection", ByMeaning.SURE)
                    .ifPresent(likely ->
                            write(reading, statement, company, new Category(likely.value(), statement.span())));
        }
    }

    private static Optional<Category> category(Statement statement) {
        for (var cue : OUTRIGHT.entrySet()) {
            var place = statement.find(cue.getValue()).filter(found -> !negatedObjection(statement, found));
            if (place.isPresent()) {
                return Optional.of(new Category(cue.getKey(), place.get()));
            }
        }
        var concern = statement
                .find(CONCERN)
                .filter(found -> !negatedObjection(statement, found)
                        && !SETTLED.matcher(statement.clauseText(found)).find());
        boolean mine = statement.has(Pattern.compile(
                "\\b(?:i|we|i'm|we're|i am) (?:have )?(?:\\w+ )?(?:doubt\\w*|worr\\w+|concern\\w*|sceptical|"
                        + "skeptical|nervous|afraid)\\b|\\bblocker(?: at \\w+)?(?: is|:|=)"));
        if (concern.isPresent() && (mine || statement.is(Mode.CONDITION))) {
            return Optional.empty();
        }
        if (concern.isEmpty() || role(statement, concern.get())) {
            return Optional.empty();
        }
        return Optional.of(
                new Category(named(statement).orElseGet(() -> nearest(statement, concern.get())), concern.get()));
    }

    /** "She is the blocker" names a part, not an objection. */
    private static boolean role(Statement statement, Span concern) {
        return Roles.in(statement, statement.span())
                .filter(role -> role.value().equals("blocker") && role.span().overlaps(concern))
                .isPresent();
    }

    /** The author names the category. */
    private static Optional<String> named(Statement statement) {
        var named = Pattern.compile(
                        "\\((?:the )?(price|timing|security|competitor|feature gap|authority|contract)\\)|\\b(price|timing|"
                                + "security|contract|authority) objection")
                .matcher(statement.folded);
        if (named.find()) {
            var name = named.group(1) != null ? named.group(1) : named.group(2);
            return Optional.of(name.replace(' ', '_'));
        }
        return Optional.empty();
    }

    private static boolean negatedObjection(Statement statement, Span place) {
        return SETTLED.matcher(statement.clauseText(place)).find() && Clauses.denied(statement, place)
                || statement.before(place, 12).matches("(?s).*\\b(?:no|none|not|without|keine?|any) $");
    }

    private static String nearest(Statement statement, Span concern) {
        var best = "other";
        int distance = Integer.MAX_VALUE;
        for (var category : CATEGORIES.entrySet()) {
            for (var place : statement.all(category.getValue())) {
                int away = place.distanceTo(concern);
                if (away < distance) {
                    distance = away;
                    best = category.getKey();
                }
            }
        }
        return best;
    }

    private void write(Reading reading, Statement statement, KnownRecord company, Category category) {
        boolean adjusted = category.name().equals("price")
                && reading.drafts.stream().anyMatch(draft -> draft.has("deal_amount") && company.sameAs(draft.company));
        if (adjusted || !written.add(company.id() + category.name())) {
            return;
        }
        var draft = reading.create("objection", company, statement.span()).key("company", company.name());
        draft.set("category", category.name(), reading.evidence(category.place()), 0.8);
        var rival = rival(reading, statement);
        rival.ifPresent(name -> draft.set("competitor", name, reading.evidence(statement.span()), 0.8));
        draft.key("summary", statement.raw.strip());
    }

    private static Optional<String> rival(Reading reading, Statement statement) {
        var match = RIVAL.matcher(statement.raw);
        while (match.find()) {
            for (int group = 1; group <= 3; group++) {
                var name = match.group(group);
                if (name != null && !ours(reading, statement, name)) {
                    return Optional.of(whole(reading, name));
                }
            }
        }
        return before(reading, statement);
    }

    /** A rival named in full elsewhere in the text is called by its full name. */
    private static String whole(Reading reading, String name) {
        var match = Pattern.compile(Pattern.quote(name) + "(?: \\p{Lu}[\\p{L}\\d]+)+")
                .matcher(reading.text());
        return match.find() ? match.group() : name;
    }

    /** "They also talk to X. She says X is cheaper": the full name may stand in the statement before. */
    private static Optional<String> before(Reading reading, Statement statement) {
        var match = Pattern.compile(
                        "(?:talking to|looking at|evaluating|versus|vs\\.?|competitor(?: is| =|:)?|up against) (?:also "
                                + ")?(\\p{Lu}[\\p{L}\\d]+(?: \\p{Lu}[\\p{L}\\d]+)?)")
                .matcher(statement.raw);
        return match.find() && !ours(reading, statement, match.group(1))
                ? Optional.of(match.group(1))
                : Optional.empty();
    }

    private static boolean ours(Reading reading, Statement statement, String name) {
        var folded = dev.windrose.llm.language.Fold.words(name);
        return Words.common(folded)
                || statement.contacts.stream().anyMatch(mention -> dev.windrose.llm.language.Fold.words(
                                mention.record().name())
                        .contains(folded))
                || reading.known.products().stream()
                        .anyMatch(product -> dev.windrose.llm.language.Fold.words(product.name())
                                .contains(folded))
                || statement.company != null
                        && dev.windrose.llm.language.Fold.words(statement.company.name())
                                .contains(folded);
    }
}
