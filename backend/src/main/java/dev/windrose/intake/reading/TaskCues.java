package dev.windrose.intake.reading;

import java.util.regex.Pattern;

/** Words by which something to do is promised, refused, or no task at all. */
final class TaskCues {

    static final Pattern PROMISE = Pattern.compile(
            "\\b(?:i(?:'ll| will| need to| have to| must| should| am going to|'m going to| gotta|'m to| am to| was asked to| owe|"
                    + " promised|promised "
                    + "to| said i'd| can)(?! (?:see|be seeing|meet|be there|be out|be back))|i'm (?:sending|preparing|"
                    + "drafting|calling|writing)|need(?:s)? to (?:"
                    + ReadTasks.VERB + ")|(?:^|[,;] ?|\\. ?|and )i (?:" + ReadTasks.VERB + ")|"
                    + "ich (?:schicke?|sende|rufe?|muss|soll|werde|mache?|mach's|erstelle?|klare?|kummere|melde?|liefere?|bereite|"
                    + "besorge?|frage?|prufe?|reiche|bringe?|leite)|"
                    + "(?:stuur|bel|maak|regel) ik|(?:skickar|ringer) jag|schicke ich|je (?:dois|vais|lui envoie|leur "
                    + "envoie|m'occupe|prepare|rappelle|l'appelle)|yo (?:envio|llamo|preparo|mando)|tengo que|debo|le "
                    + "(?:envio|mando)|devo|invio|mando io|ik (?:stuur|bel|moet|zal|maak)|jag (?:skickar|ska|maste|ringer|"
                    + "fixar))\\b");

    static final Pattern NO_TASK = Pattern.compile(
            "\\b(?:need your (?:ok|approval)|approve|approval|sign-?off needed|fyi|booked|scheduled for|on the "
                    + "calendar|in the calendar|discount|book (?:\\d+|a |me|us|in)|schedule (?:a |the |\\d+|me)|set up "
                    + "(?:a |an |the )?(?:call|meeting|demo)|find (?:a |us |me )?(?:slot|time)|find us|draft (?:a|an|the|"
                    + "me)|write (?:me|a|an) (?:an? )?(?:email|mail|reply|post|blog|follow)|"
                    + "report of|pull a report|run a report|how (?:do|can) i|policy|headline)\\b");

    /** What is not to be done. */
    static final Pattern NOT_TO = Pattern.compile(
            "^\\W*(?:@?[\\p{L}]+[,:]? ){0,2}(?:please |pls |bitte |por favor )?(?:don't|dont|do not|no need to|needn't|"
                    + "ne pas|pas besoin d\\w+|"
                    + "(?:und |and |et |y |e )?(?:bitte|pls|please|por favor|svp) (?:nicht|not|ne|no|nao)|inutile d\\w+|"
                    + "no hace falta|no hay que|nao precisa\\w*|nao e preciso) (?!forget|miss|let|hesitate|oublier|olvid|esque)");

    /** The project itself is what is set up. */
    static final Pattern PROJECT =
            Pattern.compile("\\b(?:set up|setup|create|start|launch|kick off|open|leg\\w*|erstell\\w*|start\\w*|"
                    + "cree[rz]?|lance[rz]?|crea\\w*|lanza\\w*|cria\\w*|lanca\\w*)"
                    + " (?:an? |the |ein\\w* |das |une? |una? |uma? )?(?:[\\w-]+ ){0,3}(?:programme?s?|program|project|campaign|initiative|"
                    + "programm|"
                    + "projekt|kampagne|projet|campagne|proyecto|campana|programa|projeto|campanha)\\b");

    /** Nobody has anything to do. */
    static final Pattern NOTHING = Pattern.compile(
            "\\b(?:(?:nothing|nichts|nix|rien|nada|niente|niets|inget)(?: \\w+)? (?:to|zu|a|que|da|te|att|for|from|fur|pour|para|per)"
                    + "|no (?:action|task|todo|to-?do)s?|kein\\w* (?:aufgabe|todo|to-?do)\\w*|aucune? (?:action|tache)|"
                    + "ninguna (?:accion|tarea)|nenhuma (?:acao|tarefa))\\b");

    /** What stands before the verb: the account, a please. */
    static final Pattern OPENING = Pattern.compile(
            "^\\W*(?:[\\p{L}\\d .&'/-]{2,40}?(?: [->] |: ))?(?:(?:please|pls|plz|bitte|por favor|svp|stp|and|und|y|et|e|also|then|ok|"
                    + "so|noch|next|still to)[ ,:]+)*");

    /** The head of a list of things to do. */
    static final Pattern HEADING = Pattern.compile(
            "\\W*(?:(?:to ?-?dos?|tasks?|actions?|action items?|next steps?|list|my|the|for|of|aufgaben?|offene punkte|a faire|"
                    + "tareas?|pendientes?|tarefas?|pendencias?|today|tomorrow|this week|next week|week|"
                    + "monday|tuesday|wednesday|thursday|friday|montag|dienstag|mittwoch|donnerstag|freitag|lundi|mardi|lunes|martes|"
                    + "segunda|terca|am|pm|morning)\\W*)+");

    /** What somebody does not do, or where they are. */
    static final Pattern AWAY = Pattern.compile(
            "^ (?:(?:can|will|would|does|do|should|is|wird|kann|va|peut|puede|vai|pode)?(?:n't| not| never|nicht| nicht| pas)\\b|"
                    + "(?:will be|is|wird|ist) (?:away|out|off|on (?:leave|holiday|hols|vacation|annual)|ill|sick|back|"
                    + "travelling|traveling|im urlaub|krank|weg))");

    /** "Send it by Thursday": what it is stands before. */
    static final Pattern UNNAMED =
            Pattern.compile("^[a-z]+ (?:it|them|this|that|those)" + "(?: (?:by|on|before|over|tomorrow|to)\\b|$)");

    /** "I'll handle it" says who, and not what. */
    static final Pattern EMPTY = Pattern.compile(
            "^(?:\\[[^\\]]*\\] ?)?(?:\\w+ ?[:-] ?)?(?:i'm |i am |will |'ll |to |pls |please )?(?:takes?|handles?|owns?|does|do|"
                    + "picks?|look into|looks into|on) ?(?:care of |after |up )?(?:it|this|that|these|them)?$");

    private TaskCues() {}
}
