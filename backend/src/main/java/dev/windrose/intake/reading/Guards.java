package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes out of the drafts what the message does not say as a fact of today about this record. */
final class Guards {

    /** Fields whose value tells of something done; a plan for them changes nothing. */
    private static final Set<String> DONE =
            Set.of("deal_payment_status", "customer_state", "deal_health", "lost_reason", "company", "employee_size");
    /** Fields that plans and aims fill as well. */
    private static final Set<String> PLANNED = Set.of(
            "deal_expected_signing_date",
            "deal_start_date",
            "deal_end_date",
            "payment_frequency",
            "is_primary",
            "email",
            "phone");

    /** Fields that only something done can change. */
    private static final Set<String> ACHIEVED =
            Set.of("stage", "deal_signing_date", "deal_payment_status", "customer_state", "lost_reason", "company");
    /** A belief does not tell them. */
    private static final Set<String> BELIEVED = with(ACHIEVED, "email", "phone");
    /** The second opinion of the heads counts for them. */
    private static final Set<String> DOUBTED = with(ACHIEVED, "create_interaction");

    private static final Set<String> OF_THE_ACCOUNT = Set.of("issue", "feedback", "objection");

    private static final Pattern UNTOLD = Pattern.compile(
            "^\\W*(?:@\\w+[, ]*)?(?:(?:and|und|et|y|e|also|but|aber|so|please|pls|bitte|por favor|merci de|svp|s'il te plait|"
                    + "de grace)[, ]+)*(?:do not|don't|dont|never|no need to|nobody (?:should|is to)|(?:auf keinen fall|nicht|kein\\w*|"
                    + "niemand\\w*)|ne |n'|no (?!later|earlier)(?=\\p{L}+(?:es|as|en|an|éis|áis|ir|er|ar)\\b)|nao |non )"
                    + "(?!.{0,12}\\b(?:forget|vergess\\w*|oubli\\w*|olvid\\w*|esque\\w*|dimentic\\w*|hesitate|miss|let)\\b)");

    private static final Pattern TO_BE = Pattern.compile(
            "\\b(?:(?:shall|will|would|should|must|can|'ll|to|is to|are to) (?:then |now |also |only |duly |finally |"
                    + "formally )*(?:be|get|have been)|sera|seront|seran|serao|saran?no|sara|wird|werden|soll\\w*|se|va a ser|vai ser|"
                    + "va etre) (?:\\w+ )?$");

    /** Before the name of a house. */
    private static final Pattern HOUSE = Pattern.compile(
            "\\b(?:Mr|Mrs|Ms|Herr|Frau|M|Mme|Sr|Sra|Dr)\\.? \\p{Lu}\\p{L}+ (?:of|from|von|de|bei|chez) (?:the )?$");

    private static final Pattern NEWCOMER = Pattern.compile(
            "\\b(?:[Aa]|[Ee]ine?|[Uu]ne?|[Uu]ma?|[Uu]na|[Oo]ne|certain) (?:(?:Mr|Mrs|Ms|Herr|Frau|Mme|Sr|Sra)\\.? )?$");
    private static final Pattern OF_HOUSE =
            Pattern.compile("^ (?:of|from|von|bei|chez) (?:the )?(\\p{Lu}[\\p{L}&'-]+)");
    private static final String DEPARTMENT =
            "it|hr|finance|sales|procurement|purchasing|legal|operations|einkauf|controlling|vertrieb|buchhaltung";

    private static final Pattern STILL = Pattern.compile(
            "\\b(?:still|as before|keeps? (?:on )?\\p{L}+ing|same (?:problem|issue|error|as before)|weiterhin|immer noch|"
                    + "nach wie vor|noch immer|unverandert|toujours|encore et|persiste|continue (?:de|a)|sigue\\w*|todavia|aun|ainda|"
                    + "continua\\w*|ancora|nog steeds|fortfarande|stadig)\\b");

    private static final Pattern NEWLY = Pattern.compile(
            "\\b(?:another|different|new (?:problem|issue|bug|ticket)|separate|anderes problem|neues (?:problem|ticket)|"
                    + "autre (?:probleme|souci)|otro problema|outro problema)\\b");

    /** Notice is given: the day is no beginning. */
    private static final Pattern ENDS = Pattern.compile(
            "\\b(?:terminat\\w*|cancel(?:s|led|ling|lation)?|giv\\w+ notice|gave notice|kundig\\w*|gekundigt|resili\\w*|rescind\\w*|"
                    + "baja|rescis\\w*|cancela\\w*|disdett\\w*|opgezegd|sagt upp)\\b");
    /** On its way there: "contract goes to their lawyer". */
    private static final Pattern GOES = Pattern.compile(
            "\\b(?![^.;]{0,60}\\b(?:verloren|perdu|perdid[oa]|perso)\\b)(?:goes|is going|will go|geht|gehen|part|partira|ira|va(?! bien)|vai|sale|saldra|sai) (?:now |jetzt |dann |then |"
                    + "next |erst |noch )?(?:to|out|over|off|an|zur?|zum|raus|chez|au|aux|a|al|para|pro|pra|manana|amanha|demain|tomorrow|"
                    + "on)\\b(?! (?:the |a |en |in |die |fase )?(?:proposal|negotiation|won|lost|qualified|discovery|lead|closed|angebot|"
                    + "verhandlung|gewonnen|verloren|proposition|negociation|gagne|perdu|propuesta|negociacion|ganad|perdid|proposta|"
                    + "negociacao|ganh))");

    private static final double HEARD = 0.55;
    private static final double IMAGINED = 0.6;
    private static final double DENIED = 0.85;

    /** What somebody who gives orders may still tell. */
    private static final Set<String> OF_THEMSELVES = Set.of("contact", "company", "issue", "feedback");

    /** Fields told by a verb that may have another object than the deal. */
    private static final Set<String> OBJECTED = Set.of("stage", "deal_payment_status", "lost_reason");

    private static final Set<String> REACHED = Set.of("negotiation", "proposal", "discovery", "qualified", "lead");
    private static final Pattern NEGOTIATES =
            Pattern.compile("\\b(?:negotiat(?:es?|ed|ing)|verhandel(?:n|t|te)|negoci(?:ons|e|ent|amos|ando|an|a|am))$");

    private static final Set<String> CREATED = Set.of("interaction", "deal", "contact", "company");

    private static final Pattern ORDERED = Pattern.compile(
            "\\b(?:set|mark|move|put|change|update|make|flag|log|add|please|pls|bitte|setz\\w*|markier\\w*|mettre|mets|"
                    + "passe[rz]?|pon(?:er|ga)?|marca\\w*|coloca\\w*|atualiz\\w*)\\b");
    private static final Pattern ELSEWHERE = Pattern.compile(
            "^ ?(?:the |a |an |their |its |\\w+ )?(?:deal |contract |agreement |order )?(?:with|from|at|bei|mit|avec|chez|con|"
                    + "com) (?!us\\b|me\\b|uns\\b|nous\\b|nosotros|a gente|no\\b|the |a |an |all|both)([\\p{L}]+)");

    private final Reading reading;

    Guards(Reading reading) {
        this.reading = reading;
    }

    private static Set<String> with(Set<String> fields, String... more) {
        return Stream.concat(fields.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    void apply() {
        if (reading.ordered) {
            reading.drafts.removeIf(draft -> !OF_THEMSELVES.contains(draft.entity));
        }
        var guards = new DealGuards(reading);
        for (var draft : reading.drafts) {
            var record = draft.record;
            draft.withdrawn |= strangers(draft);
            if (record == null) {
                draft.withdrawn |= !told(draft);
                continue;
            }
            draft.withdrawn |= strangersForm();
            if (record.is("deal") && guards.handsOff(record)) {
                draft.fields.clear();
            }
            boolean won = draft.has("stage");
            draft.fields.values().removeIf(field -> older(record, field) || !stated(field));
            if (won && !draft.has("stage")) {
                draft.fields.remove("deal_signing_date");
                draft.fields.remove("lost_reason");
            }
        }
    }

    /** Somebody who is neither of ours nor of the account tells it. */
    private boolean strangers(Draft draft) {
        return statement(new Span(draft.evidence.start(), draft.evidence.end()))
                .filter(statement ->
                        Strangers.tell(reading, statement, draft.record == null ? draft.company : draft.record))
                .isPresent();
    }

    /** The form of a house that is new here says nothing of the accounts that it may name. */
    private boolean strangersForm() {
        return reading.message.fromOutside()
                && reading.message.channel().equals("web_form")
                && reading.drafts.stream()
                        .anyMatch(draft -> draft.entity.equals("company") && draft.record == null && !draft.withdrawn);
    }

    /** What happened or exists by hearsay, in thought or as an example only makes no record. */
    private boolean told(Draft draft) {
        if (elsewhere(draft)
                || draft.entity.equals("issue") && goesOn(draft)
                || draft.entity.equals("contact") && ofAnother(draft)
                || draft.entity.equals("task") && untold(draft)) {
            return false;
        }
        if (!CREATED.contains(draft.entity) || Payload.isJson(reading.text())) {
            return true;
        }
        var place = draft.fields.values().stream()
                .map(field ->
                        new Span(field.evidence().start(), field.evidence().end()))
                .min(Comparator.comparingInt(span -> span.end() - span.start()))
                .orElse(new Span(draft.evidence.start(), draft.evidence.end()));
        var statement = statement(place).orElse(null);
        if (statement == null || statement.span().equals(place)) {
            return true;
        }
        return !Polarity.imagined(statement, place) && !doubted(statement, "create_" + draft.entity);
    }

    /** A trouble or an opinion of somebody who has nothing to do with the account. */
    private boolean elsewhere(Draft draft) {
        return OF_THE_ACCOUNT.contains(draft.entity)
                && statement(new Span(draft.evidence.start(), draft.evidence.end()))
                        .filter(Elsewhere::of)
                        .isPresent();
    }

    /** It still does so: the open issue of that kind is what is meant, not another one. */
    private boolean goesOn(Draft draft) {
        var type = String.valueOf(draft.value("issue_type"));
        return draft.company != null
                && statement(new Span(draft.evidence.start(), draft.evidence.end()))
                        .filter(statement -> statement.has(STILL) && !statement.has(NEWLY))
                        .isPresent()
                && reading.of(draft.company, "issue").stream()
                        .anyMatch(issue -> type.equals(issue.text("issue_type"))
                                && !Set.of("closed", "resolved").contains(issue.textOr("status", "open")));
    }

    /** "A Mr Pryce of Pryce Eggs": whoever belongs to another house, and the house itself. */
    private boolean ofAnother(Draft draft) {
        var name = Objects.toString(draft.value("name"), "");
        var company = draft.company;
        int at = name.isBlank() ? -1 : reading.text().indexOf(name);
        if (at < 0 || company == null) {
            return false;
        }
        var before = reading.text().substring(Math.max(0, at - 30), at);
        var house = OF_HOUSE.matcher(reading.text().substring(at + name.length()));
        boolean theirs = house.find()
                && !Fold.inPlace(company.name()).contains(Fold.inPlace(house.group(1)))
                && !Fold.inPlace(house.group(1)).matches(DEPARTMENT)
                && reading.known
                        .names()
                        .search(house.group(1), List.of("company"), 1)
                        .isEmpty();
        return HOUSE.matcher(before).find()
                || theirs && NEWCOMER.matcher(before).find();
    }

    /** "Please do not write to them" asks for nothing. */
    private boolean untold(Draft draft) {
        return statement(new Span(draft.evidence.start(), draft.evidence.end()))
                .filter(statement -> UNTOLD.matcher(statement.between(draft.evidence.start(), draft.evidence.end()))
                        .find())
                .isPresent();
    }

    private boolean stated(FieldValue field) {
        var place = new Span(field.evidence().start(), field.evidence().end());
        var statement = statement(place).orElse(null);
        if (statement == null || Payload.isJson(reading.text())) {
            return true;
        }
        if (place.equals(statement.span())) {
            var end = new Span(place.end(), place.end());
            return !DOUBTED.contains(field.field())
                    || !Polarity.imagined(statement, end) && !doubted(statement, field.field());
        }
        return meant(field, statement, place) && ofTheDeal(field, statement, place) && done(field, statement, place);
    }

    /** Told as a fact, by somebody who can know. */
    private boolean meant(FieldValue field, Statement statement, Span place) {
        if (field.field().equals("influence_role") && (statement.is(Mode.UNSURE) || statement.is(Mode.CONDITION))
                || field.field().equals("deal_start_date") && statement.has(ENDS)
                || field.field().equals("stage")
                        && GOES.matcher(statement.clauseText(place)).find()) {
            return false;
        }
        return !Polarity.imagined(statement, place)
                && !(BELIEVED.contains(field.field()) && Tellers.believed(statement, place))
                && !doubted(statement, field.field())
                && !DealGuards.takenBack(statement, place);
    }

    private boolean ofTheDeal(FieldValue field, Statement statement, Span place) {
        if (field.field().equals("payment_frequency") && statement.has(ReadCompanyFacts.REVENUE)) {
            return false;
        }
        if (OBJECTED.contains(field.field())
                && (!REACHED.contains(String.valueOf(field.value()))
                        || NEGOTIATES
                                .matcher(statement.between(place.start(), place.end()))
                                .find())
                && new WhatIsDone(reading).somethingElse(statement, place)) {
            return false;
        }
        return new DealGuards(reading).ofTheDeal(field, statement, place);
    }

    /** Done, where the field needs that: not planned, not long ago, not elsewhere. */
    private boolean done(FieldValue field, Statement statement, Span place) {
        if (ACHIEVED.contains(field.field())
                && TO_BE.matcher(statement.before(place, 24)).find()) {
            return false;
        }
        if (PLANNED.contains(field.field())) {
            return field.field().endsWith("_date")
                    || !Polarity.gone(statement, place, reading.message.day().getYear());
        }
        boolean ordered = ORDERED.matcher(statement.before(place, 60)).find() && !reading.message.fromOutside();
        boolean ahead = DONE.contains(field.field()) && Polarity.ahead(statement, place) && !ordered;
        return !ahead
                && !Polarity.gone(statement, place, reading.message.day().getYear())
                && !elsewhere(field, statement, place);
    }

    /** The second opinion of the heads: what they are sure is heard, supposed or hoped is not written as a fact. */
    private boolean doubted(Statement statement, String field) {
        if (PLANNED.contains(field) || reading.message.fromOutside()) {
            return false;
        }
        var cues = ByMeaning.cues(reading, statement);
        return cues.mode("hearsay") > HEARD
                || DOUBTED.contains(field) && Math.max(cues.mode("hypothetical"), cues.mode("hope")) > IMAGINED
                || DOUBTED.contains(field) && cues.mode("negated") > DENIED;
    }

    /** "Signed with Somebody Else" is no deal of ours. */
    private boolean elsewhere(FieldValue field, Statement statement, Span place) {
        if (!field.field().equals("stage") || !"won".equals(field.value())) {
            return false;
        }
        var match = ELSEWHERE.matcher(statement.after(place, 60));
        if (!match.find()) {
            return false;
        }
        int at = place.end() + match.start(1);
        var word = new Span(at, place.end() + match.end(1));
        boolean ours = statement.products.stream()
                        .anyMatch(mention -> mention.span().overlaps(word))
                || statement.contacts.stream()
                        .anyMatch(mention -> mention.span().overlaps(word))
                || statement.companies.stream()
                        .anyMatch(mention -> mention.span().overlaps(word))
                || statement.people.stream().anyMatch(mention -> mention.span().overlaps(word))
                || statement.strangers.stream().anyMatch(person -> person.span().overlaps(word))
                || statement.dates.stream().anyMatch(date -> date.span().overlaps(word));
        return !ours && Character.isUpperCase(reading.text().charAt(at));
    }

    private Optional<Statement> statement(Span place) {
        return reading.statements.stream()
                .filter(statement -> statement.span().holds(place))
                .findFirst();
    }

    /** The record holds a value of a later day than the message tells of. */
    private boolean older(KnownRecord record, FieldValue field) {
        var told = statement(new Span(field.evidence().start(), field.evidence().end()))
                .map(statement -> statement.part.written())
                .orElse(null);
        LocalDate day = told == null ? reading.message.day() : told;
        var known = changed(record, field.field());
        return known != null && known.isAfter(day);
    }

    private static @Nullable LocalDate changed(KnownRecord record, String field) {
        LocalDate latest = day(record.text(field + "_updated_at"));
        if (record.fields().get("change_history") instanceof List<?> history) {
            for (var entry : history) {
                if (entry instanceof Map<?, ?> change && field.equals(change.get("field"))) {
                    var at = day(Objects.toString(change.get("at"), null));
                    latest = at != null && (latest == null || at.isAfter(latest)) ? at : latest;
                }
            }
        }
        return latest;
    }

    private static @Nullable LocalDate day(@Nullable String written) {
        if (written == null || !written.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            return null;
        }
        return written.contains("T") && written.matches(".*(?:Z|[+-]\\d\\d:?\\d\\d)$")
                ? OffsetDateTime.parse(written).toLocalDate()
                : LocalDate.parse(written.substring(0, 10));
    }
}
