package dev.windrose.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Somebody did not come: whoever is named with it took no part, and where nobody is left nothing took place. */
final class NotHeld {

    private static final Pattern ABSENT = Pattern.compile(
            "\\b(?:no[- ]?shows?|(?:didn't|did not|didnt|never|doesn't|hasn't|failed to|forgot to) (?:actually |even |"
                    + "bother to )?(?:show|turn up|appear|turned up|showed|appeared|come(?! back)|came(?! back)|join|joined|dial in|"
                    + "dialled in|pick up|picked up|make it|made it|happen|happened|answer)|"
                    + "stood (?:me|us) up|(?:was|were) (?:a no[- ]show|nowhere to be seen|not there|out sick)|wasn't there|weren't there|"
                    + "(?:nobody|no one|noone|not a soul|none of them) (?:\\w+ )?(?:showed|turned up|sat|came|was there|joined|"
                    + "answered|picked up|appeared|dialled|home)|(?:sat|waited|stood) (?:there )?(?:alone|in vain|for nothing|"
                    + "\\d+ min\\w*)|left (?:me|us) (?:waiting|hanging)|"
                    + "(?:kam|kamen|ist|sind|war|waren) (?:\\w+ ){0,3}?nicht (?:da|gekommen|erschienen|aufgetaucht|dabei)?|(?:kam|"
                    + "kamen|erschien|erschienen) (?:einfach |leider |auch )?nicht|tauchte\\w* nicht auf|hat (?:mich|uns) versetzt|"
                    + "(?:niemand|keiner) (?:war )?(?:da|gekommen|erschienen|dran|abgenommen)|"
                    + "(?:n'est|ne sont|n'etait) (?:jamais |pas )(?:venue?s?|la|arrivee?s?|connectee?s?)|ne s'est (?:pas|"
                    + "jamais) (?:presentee?|connectee?|montree?)|pose un lapin|personne n'est venu|personne au rendez-vous|"
                    + "no (?:se )?(?:vino|vinieron|aparecio|aparecieron|presento|conecto|llego|contesto)|(?:me|nos) (?:dejo|"
                    + "dejaron) plantad[oa]s?|nadie (?:vino|aparecio|contesto)|"
                    + "nao (?:apareceu|apareceram|veio|vieram|compareceu|entrou|atendeu)|(?:me|nos) deu (?:um )?bolo|(?:me|"
                    + "nos) deram (?:um )?bolo|ninguem (?:apareceu|veio|atendeu)|"
                    + "non (?:si e presentat[oa]|e venut[oa]|ha risposto)|(?:mi|ci) ha dato buca|niemand kwam|kwam niet opdagen|"
                    + "dok inte upp|dukket ikke opp)\\b");

    /** Put into the diary, or a meeting that they hold among themselves. */
    private static final Pattern NOT_OURS = Pattern.compile(
            "\\b(?:put|pop|stick|book|block|add|enter|get|trag\\w*|setz\\w*|mets|mettre|pon\\w*|agenda\\w*|marca\\w*|coloca\\w*|"
                    + "metti)\\b.{0,60}\\b(?:diary|calendar|kalender|agenda|calendrier|calendario)\\b|"
                    + "\\b(?:(?:board|partners'?|shareholders?'?|council|committee|trustees'?|owners'?|management|directors'?|"
                    + "steering|family|town) (?:meeting|meets|met|sitting|session)|"
                    + "(?:vorstands|gesellschafter|aufsichtsrats|gemeinderats|geschaftsleitungs|beirats|stadtrats)-?sitzung|"
                    + "(?:reunion|conseil|seance) (?:des? |du |d')(?:associes|actionnaires|conseil|direction|comite|administration|bureau)|"
                    + "(?:reunion|junta|asamblea) de (?:socios|accionistas|consejo|directivos?|directiva|comite)|(?:reuniao|"
                    + "assembleia) d[eoa]s? (?:socios|acionistas|diretoria|conselho|comite|condominio)|riunione (?:dei|del) (?:soci|"
                    + "consiglio))\\b");

    private static final Pattern WITH_US = Pattern.compile(
            "\\b(?:i|we|me|us|ich|wir|mir|uns|je|j'|nous|on|yo|nosotros|estuve|fui|eu|nos|a gente|estive|io|noi|attended|presented|"
                    + "invited|demo\\w*|spoke|visited)\\b");

    private final Reading reading;

    NotHeld(Reading reading) {
        this.reading = reading;
    }

    void withdraw() {
        if (reading.message.fromOutside()) {
            return;
        }
        for (int i = 0; i < reading.statements.size(); i++) {
            var statement = reading.statements.get(i);
            if (statement.has(NOT_OURS) && !statement.has(WITH_US)) {
                reading.drafts.stream()
                        .filter(draft -> draft.entity.equals("interaction")
                                && statement.span().start() <= draft.evidence.start()
                                && draft.evidence.end() <= statement.span().end())
                        .forEach(draft -> draft.withdrawn = true);
            }
            if (!statement.part.passedOn() && statement.has(ABSENT) && !statement.is(Mode.QUESTION)) {
                int at = i;
                reading.drafts.stream()
                        .filter(draft -> draft.entity.equals("interaction") && !draft.withdrawn && near(draft, at))
                        .forEach(draft -> without(draft, statement));
                reading.drafts.stream()
                        .filter(draft -> (draft.entity.equals("issue") || draft.entity.equals("feedback"))
                                && draft.record == null
                                && draft.evidence.start() >= statement.span().start()
                                && draft.evidence.end() <= statement.span().end())
                        .forEach(draft -> draft.withdrawn = true);
            }
        }
    }

    private boolean near(Draft draft, int at) {
        var statement = reading.statements.get(at);
        boolean here =
                reading.statements.subList(Math.max(0, at - 2), Math.min(at + 3, reading.statements.size())).stream()
                        .anyMatch(other -> other.span().start() <= draft.evidence.start()
                                && draft.evidence.start() < other.span().end());
        return here && (statement.company == null || draft.company == null || draft.company.sameAs(statement.company));
    }

    /** The others may have met all the same. */
    private static void without(Draft draft, Statement statement) {
        var cue = statement.find(ABSENT).orElseThrow();
        var absent = statement.contacts.stream()
                .filter(mention -> mention.span().end() <= cue.start()
                        && cue.start() - mention.span().end() < 40)
                .map(mention -> mention.record().name())
                .toList();
        var contacts = draft.fields.get("contacts");
        var left = new ArrayList<Object>(
                contacts != null && contacts.value() instanceof List<?> names ? names : List.of());
        left.removeIf(name -> absent.contains(Objects.toString(name)));
        if (left.isEmpty() || absent.isEmpty()) {
            draft.withdrawn = true;
        } else if (contacts != null) {
            draft.set("contacts", List.copyOf(left), contacts.evidence(), contacts.confidence());
        }
    }
}
