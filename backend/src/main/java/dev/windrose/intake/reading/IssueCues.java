package dev.windrose.intake.reading;

import java.util.regex.Pattern;

/** Words by which an issue is asked for, taken up again, known already or over. */
final class IssueCues {

    static final Pattern ASKED = Pattern.compile(
            "\\b(?:(?:access|billing|bug|onboarding|support) (?:ticket|request) (?:for (?:me|us|him|her) )?(?:pls|please|bitte)|"
                    + "(?:open|raise) (?:it|this|that|one) (?:up )?(?:and|&|\\+|please|pls|for|under)|"
                    + "(?:bitte |pls |please )?ticket (?:fur mich|for me|pour moi|para mi|pra mim)|als (?:wunsch|fehler|bug|"
                    + "storung) (?:aufnehmen|anlegen|erfassen|eintragen)|(?:open|log|file|add|enter) (?:a |it as a |"
                    + "as a )?(?:request|wish)\\b|"
                    + "(?:open|raise|create|log|file|put in|submit|make) (?:\\w+ ){0,4}(?:ticket|issue|bug|case|incident|"
                    + "feature request)|(?:bitte|pls|please) ticket(?! (?:\\w+ ){0,2}(?:close|schlies|zumach|abschlies|zu\\b|dicht|erledig|fermer|clo[rst]|cerr|cierr|fech|fecha|chiud|sluit|stang|lukk|resolv|auf (?:erledigt|gelost|geschlossen)))|ticket,? (?:bitte|pls|please|por favor|svp)(?! (?:\\w+ ){0,2}(?:close|schlies|zumach|abschlies|zu\\b|dicht|erledig|fermer|clo[rst]|cerr|cierr|fech|fecha|chiud|sluit|stang|lukk|resolv|auf (?:erledigt|gelost|geschlossen)))|(?:abre|"
                    + "abrir|crea|crear|cria|criar|abra) (?:un |uma? )?(?:ticket|incidencia|chamado)|(?:ouvre|ouvrir|creer|"
                    + "cree)[rz]? (?:un |le )?ticket|maak een ticket|skapa (?:ett )?arende|log (?:it|this|that) as|"
                    + "(?:as|als|como|comme|come) (?:an? |een |ein |eine )?(?:bug|feature request|onboarding|ticket|issue|incident|"
                    + "access|billing)|(?:open|raise|create|log|file) (?:a |an |the )?(?:\\w+ )?(?:ticket|issue|bug|case|incident)|"
                    + "ticket (?:aufmachen|anlegen|erstellen)|raising this|raise (?:this|that)|ouvrir un ticket|abrir un "
                    + "ticket|feature request|onboarding issue)\\b");

    static final Pattern AGAIN = Pattern.compile(
            "\\b(?:also|another|second|too|separately|ausserdem|zudem|aussi|tambien|tambem|inoltre|ook|ocksa)\\b");

    static final Pattern SETTLED = Pattern.compile(
            "\\b(?:fixed|resolved|solved|working again|works again|close (?:this|the)|behoben|gelost|unless)\\b");

    /** A date that something is wanted by. */
    static final Pattern WANTED_BY = Pattern.compile(
            "(?s).*\\b(?:by|before|until|till|due|latest|later than|bis|vor|bis zum|vor dem|avant|avant le|d'ici|antes de|antes del|"
                    + "antes do|para el|ate|entro|"
                    + "voor|uiterlijk|innan|senast) (?:[\\p{L}']+ ){0,3}$");

    static final Pattern TODAY = Pattern.compile("\\b(?:today|heute|aujourd'hui|hoy|hoje|oggi|vandaag|idag)\\b");

    /** Before a day: since when it has been so. */
    static final Pattern SINCE = Pattern.compile(
            "(?s).*\\b(?:since|seit|depuis|desde|da|dal|sinds|sedan)(?: (?:le|el|a|o|dem|der|last|letztem|letzten))? $");

    static final Pattern MENDED = Pattern.compile(
            "\\b(?:est|sont|ete|c'est|esta|estan|fue|fueron|ya|quedo|foi|foram|ja|ficou|ist|wurde) (?:\\w+ ){0,2}(?:corrigee?s?|reglee?s?|"
                    + "resolue?s?|resuelt[oa]s?|solucionad[oa]s?|arreglad[oa]s?|resolvid[oa]s?|corrigid[oa]s?|repariert)\\b");

    static final Pattern STILL = Pattern.compile(
            "\\b(?:still|again|as before|keeps?|immer noch|weiterhin|nach wie vor|wieder|toujours|encore|sigue\\w*|todavia|aun|"
                    + "otra vez|segue\\w*|ainda|continua\\w*|de novo|ancora|"
                    + "di nuovo|nog steeds|weer|fortfarande|igen)\\b");

    /** It is on record already, or is not to be. */
    static final Pattern NO_NEW = Pattern.compile(
            "\\bno (?:new|second|other|extra|further) (?:one|ticket|issue|case)\\b|\\bno (?:ticket|issue|case)(?:s)?\\b|"
                    + "\\bnothing(?:'s| is) broken\\b|\\bnot a (?:bug|ticket|fault)\\b|"
                    + "\\b(?:the one|one) we (?:already )?have\\b|\\bdup(?:e|licate)? (?:alert|of|ticket)\\b|\\bkein (?:neues |"
                    + "zweites |weiteres )?ticket\\b|\\bpas de (?:nouveau |deuxieme )?ticket\\b|"
                    + "\\bsin (?:ticket|incidencia)|\\bno (?:abras|abrir|abrais)\\b|\\bnao (?:abr\\w+|"
                    + "precisa de) (?:\\w+ )?(?:chamado|ticket)\\b|\\bno need for a (?:second|new|ticket)");

    /** "Please add, it is an old wish": of what, stands before. */
    static final Pattern WISHED = Pattern.compile(
            "\\b(?:please|pls|bitte|por favor|merci d[e'] ?) ?(?:add|include|build|change|einbauen|erganzen|ajouter|anadir|agregar|"
                    + "adicionar|incluir)\\b|\\b(?:it|this|das|es|c'|esto|isso) (?:is|ist|est|es|e) (?:an? |ein\\w* |un |uma |"
                    + "our )?(?:old )?(?:wish|wunsch|souhait|deseo|desejo)");

    private IssueCues() {}
}
