package dev.windrose.intake.reading;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Words that report a step of a sale. */
final class StageCues {

    static final Map<String, Integer> RANK =
            Map.of("lead", 0, "qualified", 1, "discovery", 2, "proposal", 3, "negotiation", 4, "won", 5, "lost", 5);

    private static final String ORDERS =
            "po|purchase order|work order|order form|order|signed copy|bestellung|auftrag|bon de commande|commande|pedido|"
                    + "orden de compra|ordem de compra|encomenda";

    static final Pattern WON = DealWords.of(
            DealWords.pair(DealWords.ORDER, DealWords.ARRIVED, 36),
            "\\b(?:" + DealWords.GOT + ")\\b (?:[\\w']+ ){0,3}?(?:" + ORDERS
                    + ")\\b(?! (?:for (?:the|a) meeting|of magnitude))",
            "\\b(?:contract|agreement|paperwork|copy|order form|devis|convention|contrat|bon de commande|proposition|vertrag|angebot|"
                    + "contrato|propuesta|proposta|oferta|contratto)s?(?: (?:is|was|are|has been|have been|been|now|back|came|fully|"
                    + "both|all|just|finally|already|duly|est|a ete|bien|deja|ist|wurde|sind|schon|jetzt|zuruck|esta|fue|foi|ya|ja|"
                    + "ha sido)){0,2} (?:signed|signee?s?|firmad[oa]s?|assinad[oa]s?|unterschrieben|"
                    + "unterzeichnet|gegengezeichnet|firmato)\\b",
            "(?<!\\bwe |\\bi |we've |i've |\\bto |please |wir |ich |nous |\\bje )\\b(?:sent|mailed|e-?mailed|faxed|handed|forwarded|"
                    + "released|raised|issued|"
                    + "placed|cut|(?:schickte|schickten|sandte|sandten)|(?:hat|haben)(?= .{0,40}(?:geschickt|gesendet|erteilt|ausgelost))|"
                    + "(?:a|ont) (?:envoye|passe|transmis|emis)|mando|mandaron|envio|enviaron|paso|pasaron|emitio|emitieron|"
                    + "mandou|mandaram|enviou|enviaram|emitiu|emitiram) (?:(?:over|across|in|us|me|through|uns|mir|nous|nos) )*"
                    + "(?:the |their |his |her |a |an |our |die |eine |ihre |le |la |leur |el |una |su |o |um |uma )?(?:signed |"
                    + "official |formal )?"
                    + "(?:po\\b|purchase order|order(?! (?:form|confirmation|of\\b|number|status|book))|bestellung|bestellschein|"
                    + "bon de commande|commande|"
                    + "orden de compra|pedido|ordem de compra)",
            "\\b(?:signatures?|unterschrift\\w*|firmas?|assinaturas?) (?:is |are |ist |sind |esta |ya esta |est |et |en |have |"
                    + "has )?(?:all |now |finally |"
                    + "been )?(?:in|done|back|there|complete|collected|da|drauf|lista|feita|recibida|apposee)\\b",
            "\\b(?:it's|its|that's|that one's|deal's|we got it|is|all) (?:in the bag|a done deal|all signed|signed and sealed)\\b",
            "\\b(?:(?:put|set) (?:his |her |their )?(?:pen to paper|(?:name|signature|ink) (?:to|on|under))|ink(?:'s| is|"
                    + " has been)? (?:on|dry|wet)|"
                    + "the signatures? from|over the finish line|(?:unter|in) dach und fach|eingetutet|tinte ist trocken|dans la poche|"
                    + "affaire (?:bouclee|conclue|pliee)|en el bote|trato cerrado|negocio cerrado|batemos o martelo|bateram o martelo)\\b",
            "\\b(?:affaire conclue|c'est signe|marche conclu|trato hecho|cerramos (?:el|la|con|negocio|trato)|se firmo|"
                    + "negocio fechado|fechamos (?:o|a|com|negocio)|"
                    + "fechou(?! com)(?= |$|[!.,])|gegengezeichnet|abgeschlossen(?= ?(?:$|[!.,]))|zuschlag (?:bekommen|erhalten|gewonnen)|"
                    + "(?:den )?zuschlag (?:haben|an uns)|remporte|haben bestellt|hat bestellt|ont commande|a commande|han pedido|"
                    + "encomendaram)\\b",
            "\\b(?:they|they've|has|have|just|finally|and|client|customer) (?:just |now |finally |also )?ordered(?! (?:lunch|food|"
                    + "coffee|dinner|drinks|a round|us))\\b",
            "\\b(?:(?:both|all) signatures|(?:fully |now )?executed(?= (?:this|today|yesterday|on|by|and)|[.!,]|$)|"
                    + "inked|docusign\\w* (?:is )?complete\\w*|done and dusted|deal is (?:done|closed)|(?:executed|"
                    + "conformed) (?:agreement|contract|copy|version|order form|documents?)|(?:is|are|got it|it's|they're|now|"
                    + "finally) over the (?:line|finish line)|firmamos (?:ambas|los dos|las dos|ayer|hoy|esta manana)|"
                    + "ya (?:firmamos|firmaron|firmo)|(?<=^|[.:!] )signee?s?(?= (?:hier|ce|par|aujourd|le|la|en|chez)\\b|[.!,])|"
                    + "(?:sealed|closed|"
                    + "got|landed|bagged) the deal|closed(?= ?(?:[!.,:]|$|at \\d|for [$€£\\d]|today|this morning))|"
                    + "(?:firmo|firmou)(?= |$|[,.!])|ist durch(?= |[.!,]|$)|in trockenen tuchern|assinou|beide unterschriften|"
                    + "we (?:bagged|landed)|signed (?:contract|order form|agreement|copy|paperwork|po|order)|"
                    + "signing (?:is )?(?:done|complete\\w*)|counter-?signed|signed(?! off| up| in\\b| nda| an nda| the nda| quote)|"
                    + "closed[- ]?won|"
                    + "docusign\\w* (?:came|is|has come|went)\\s+(?:through|back|complete\\w*)|(?:contract|order form|"
                    + "agreement) (?:came|is|arrived) back signed|"
                    + "(?:po|purchase order|order) (?:is in|received|came in|arrived|just landed|landed)|(?:got|received|"
                    + "have) (?:the|their|a) (?:po|purchase order|signed|signature|order)|ink is dry|"
                    + "unterschrieben|unterzeichnet|(?:auftrag|bestellung) (?:ist da|erhalten|eingegangen|gewonnen)|(?:a|"
                    + "ont|est|ete|contrat) signee?s?|firmado|firmaron|han firmado|hanno firmato|firmato|assinad[oa]|"
                    + "assinaram|"
                    + "paraphee?s?|rubricad[oa]|rubrico|rubricou|signerte|underskrev|skrev under|i boks|getekend|ondertekend|undertecknat|undertecknad|skrivit pa|signert|underskrevet|har signerat|signerat)\\b");
    static final Pattern WON_WORD =
            Pattern.compile("\\b(?:won|gewonnen|gagne|ganado|ganada|vinto|ganhamos|vunnit)\\b(?!'t)");
    private static final Pattern NEGOTIATION = DealWords.of(
            DealWords.pair(DealWords.CONTRACT, DealWords.REVISED, 28),
            DealWords.pair(DealWords.REVISED, DealWords.CONTRACT, 18),
            DealWords.pair(
                    DealWords.CONTRACT,
                    "(?:in|under) (?:legal |contract |their )?review|in (?:der )?(?:rechtlichen )?prufung|en (?:relecture|revision)|"
                            + "em (?:revisao|analise)|chewing on|picking (?:it |at |over )?|bei (?:der|deren|ihrer|"
                            + "ihren) (?:rechtsabteilung|juristen|anwalten)",
                    30),
            DealWords.pair(
                    "(?:their |seine |ihre |leur |su |o |la |die |der |le )?(?:legal(?: team| dept| department)?|lawyers?|attorneys?|"
                            + "solicitors?|counsel|general counsel|procurement|purchasing|anwalt\\w*|rechtsabteilung|"
                            + "jurist\\w*|einkauf|avocats?|service juridique|juridique|abogad[oa]s?|legales|juridico|advogad[oa]s?|"
                            + "compras)",
                    "(?:is |are |has |have |now |wants |had )?(?:review\\w*|looking at|look at|working on|work on|going through|"
                            + "going over|combing|reading|pruft|prufen|uberarbeite\\w+|relit|relisent|examine\\w*|revisa\\w*|"
                            + "analisa\\w*|marked|marking|struck|crossed|changed|changes|wants changes|sent (?:back )?(?:comments|"
                            + "changes|edits|redlines|"
                            + "questions on|the contract|their version)|has|have|got) (?:[\\w']+ ){0,3}?(?:"
                            + DealWords.CONTRACT + ")",
                    24),
            "\\b(?:lawyers?|solicitors?|attorneys?|counsel|legal|anwalt\\w*|juristen?|avocat\\w*|juristes?|abogad[oa]s?|advogad[oa]s?)\\b"
                    + "(?: (?:is|are|'s|sits|sind|ist|est|sont|esta|estan|still|now|already|noch|bei|est|va|vai))* (?:on|at|down to|"
                    + "up to|through|"
                    + "bei|a|en|na|no|in) (?:clause|section|paragraph|article|page|klausel|paragraf|artikel|la clause|l'article|"
                    + "la clausula|"
                    + "clausula)\\b",
            DealWords.pair(
                    DealWords.CONTRACT,
                    "bleeding red|red ink|covered in red|clause by clause|full of (?:comments|red|edits|notes)|"
                            + "with (?:\\p{L}+ )?(?:comments|edits|changes|amendments|red ink|track(?:ed)? changes)|track(?:ed)? changes|"
                            + "mit (?:\\p{L}+ )?(?:anmerkungen|anderungen|korrekturen)|avec (?:\\p{L}+ )?(?:remarques|modifications|"
                            + "annotations)|"
                            + "con (?:\\p{L}+ )?(?:cambios|comentarios|observaciones)|com (?:\\p{L}+ )?(?:alteracoes|comentarios|ajustes)",
                    26),
            "\\b(?:negotiating|haggling|hammering out|back and forth (?:on|over|about)|marked up (?:the|our)|in contract review|"
                    + "verhandeln|negociando|negociations? en cours|en pleine negociation|onderhandelen|forhandlar)\\b|"
                    + "\\b(?:comments|redlines|changes|edits|mark-?up|anmerkungen|anderungen) (?:on|to|zum|zu) (?:the |our |dem |"
                    + "unserem )?(?:msa|"
                    + "contract|agreement|draft|paper|vertrag\\w*)|\\bredlin\\w+ (?:are )?(?:back|received|came|in|from)|"
                    + "\\bmark-?up (?:is )?(?:back|"
                    + "received)|\\b(?:legal|lawyers?|procurement|solicitors?|counsel) (?:has|have|got|is reviewing|are "
                    + "reviewing) (?:our|the) (?:paper\\w*|contract|draft|msa|agreement)"
                    + "|\\b(?:contract|paper(?:s|work)?|msa|agreement|vertrag|contrat|contrato)\\b[^.,;]{0,12} (?:is |are |now |went |"
                    + "gone |liegt "
                    + "|est |esta )?(?:with|at|in|to|bei|chez|beim|con|no|na) (?:\\w+ ){0,2}(?:legal|lawyers?|solicitors?|counsel|"
                    + "rechtsabteilung|justiziar\\w*|juristes?|juridico|abogados?|anwalt\\w*)"
                    + "|\\b(?:in|into|in die|en|in de|em) (?:the )?(?:contract )?(?:negotiations?|verhandlung\\w*|"
                    + "negociacion|negociations?|onderhandeling\\w*|forhandling\\w*|trattativa|negociacao)");
    private static final Pattern PROPOSAL = DealWords.of(
            DealWords.pair(DealWords.OFFER, DealWords.SENT, 32),
            DealWords.pair(
                    DealWords.OFFER,
                    "(?:is|are|been|sits|lies|liegt|est|esta) (?:now |already |schon |jetzt )?(?:with|on|in|bei|auf|chez|entre|na|no|nas|"
                            + "con) (?!hold|ice|us\\b|me\\b|legal|progress|prep|arbeit|draft|the works|my |our )",
                    6),
            DealWords.pair(
                    DealWords.OFFER,
                    "(?:in|on|auf|im|dans|sur|en|na|no|em|a) (?:(?:his|her|their|the|ihrem|seinem|dem|sa|son|leur|la|le|su|el|sua|seu) )?"
                            + "(?:inbox|mailbox|mail|desk|table|hands|postfach|posteingang|tisch|hande|handen|boite|bureau|mains|bandeja|"
                            + "correo|mesa|escritorio|manos|caixa|maos)",
                    34),
            "(?<!to be |get |be |to get |to have )\\b(?:" + DealWords.GAVE + ") (?!us\\b|me\\b)(?:[\\w'-]+ ){0,5}?(?:"
                    + DealWords.OFFER + ")\\b",
            "\\b(?:" + DealWords.HAVE
                    + ") (?:now |finally |already |schon |jetzt |bien |ya |ja |both |all |ihnen )?(?:our|their|his|her|ihr|leur|su|"
                    + "seu|the|unser\\w*|das|notre|le|"
                    + "nuestra|la|a nossa|a|ons) (?!rival|other|competing|better|cheaper)(?:[\\p{L}\\d]+[ -]){0,2}(?:"
                    + DealWords.OFFER + ")\\b(?! (?:by|until|till|tomorrow|next|ready))",
            "\\b(?:quoted|pitched) (?:them|him|her|it|[€$£]?\\d)");
    private static final Pattern DISCOVERY = Pattern.compile(
            "\\b(?:discovery|scoping|needs|requirements|fact[- ]finding|bedarfs|bedarfsanalyse) ?-?(?:call|calls|chat|meeting|session|"
                    + "done|held|is done|complete\\w*|workshop|went|gesprach|analysis|assessment|"
                    + "analyse|termin)\\b|\\bbedarfs(?:analyse|gesprach)\\b|\\banforderungs(?:workshop|gesprach)\\b|\\b(?:reunion|"
                    + "call|llamada|sesion|reuniao|chamada|appel|atelier|rdv|sessao) (?:de |d')(?:decouverte|"
                    + "descubrimiento|descoberta|diagnostico|levantamiento|levantamento|cadrage|relevamiento)\\b|\\bdiscovery (?:ist |"
                    + "is )?(?:done|durch|gelaufen|gemacht|erledigt|faite|hecha|feita)\\b");
    private static final Pattern QUALIFIED = Pattern.compile(
            "(?<!un|dis|not |being )\\b(?:qualified|qualifiziert|calificad[oa]|cualificad[oa]|qualifiee?|"
                    + "gekwalificeerd|kvalificerad)\\b");

    /** Steps that are reported, by what is said of them. */
    static final List<Map.Entry<String, Pattern>> REPORTED = List.of(
            Map.entry("negotiation", NEGOTIATION),
            Map.entry("proposal", PROPOSAL),
            Map.entry("discovery", DISCOVERY),
            Map.entry("qualified", QUALIFIED));

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("lead", "lead"),
            Map.entry("qualified", "qualified"),
            Map.entry("qualifiziert", "qualified"),
            Map.entry("calificado", "qualified"),
            Map.entry("qualificado", "qualified"),
            Map.entry("qualifie", "qualified"),
            Map.entry("erstkontakt", "lead"),
            Map.entry("bedarfsanalyse", "discovery"),
            Map.entry("decouverte", "discovery"),
            Map.entry("descubrimiento", "discovery"),
            Map.entry("descoberta", "discovery"),
            Map.entry("offer", "proposal"),
            Map.entry("quote", "proposal"),
            Map.entry("oferta", "proposal"),
            Map.entry("offre", "proposal"),
            Map.entry("negociando", "negotiation"),
            Map.entry("verhandlungsphase", "negotiation"),
            Map.entry("negotiating", "negotiation"),
            Map.entry("signed", "won"),
            Map.entry("ganado", "won"),
            Map.entry("ganada", "won"),
            Map.entry("gagne", "won"),
            Map.entry("gagnee", "won"),
            Map.entry("ganho", "won"),
            Map.entry("ganha", "won"),
            Map.entry("perdido", "lost"),
            Map.entry("perdida", "lost"),
            Map.entry("perdu", "lost"),
            Map.entry("perdue", "lost"),
            Map.entry("discovery", "discovery"),
            Map.entry("proposal", "proposal"),
            Map.entry("angebot", "proposal"),
            Map.entry("angebotsphase", "proposal"),
            Map.entry("proposition", "proposal"),
            Map.entry("propuesta", "proposal"),
            Map.entry("proposta", "proposal"),
            Map.entry("offerte", "proposal"),
            Map.entry("negotiation", "negotiation"),
            Map.entry("negotiations", "negotiation"),
            Map.entry("verhandlung", "negotiation"),
            Map.entry("negociacion", "negotiation"),
            Map.entry("negociation", "negotiation"),
            Map.entry("negociacao", "negotiation"),
            Map.entry("onderhandeling", "negotiation"),
            Map.entry("forhandling", "negotiation"),
            Map.entry("trattativa", "negotiation"),
            Map.entry("won", "won"),
            Map.entry("closed won", "won"),
            Map.entry("closed-won", "won"),
            Map.entry("gewonnen", "won"),
            Map.entry("lost", "lost"),
            Map.entry("closed lost", "lost"),
            Map.entry("closed-lost", "lost"),
            Map.entry("verloren", "lost"));
    private static final String ANY_NAME = NAMES.keySet().stream()
            .sorted(java.util.Comparator.comparingInt(String::length).reversed())
            .collect(java.util.stream.Collectors.joining("|"));

    /** Words that name a step only where the step is asked for by its label. */
    private static final java.util.Set<String> LABELLED =
            java.util.Set.of("offer", "quote", "oferta", "offre", "signed", "negotiating", "negociando");

    private static final String NAME = java.util.Arrays.stream(ANY_NAME.split("\\|"))
            .filter(name -> !LABELLED.contains(name))
            .collect(java.util.stream.Collectors.joining("|"));

    /** The name of a step where it begins a value. */
    static final Pattern NAMED = Pattern.compile("(?:in |now in |now |in der |jetzt )?(" + ANY_NAME + ")\\b");

    /** "move it to negotiation", "stage: proposal", "into discovery", "-> qualified". */
    static final Pattern SET = Pattern.compile(
            "(?:\\b(?:set|mov(?:e|ed|es|ing)|put|chang(?:e|ed)|updat(?:e|ed)|mark(?:ed)?|advanc(?:e|ed)|"
                    + "bump(?:ed)?|go(?:es|ing)?|went|back|setz\\w*|verschieb\\w*|steht|dad(?:l[oa])?|dar(?:l[oa])?|damos|dal[oa]|"
                    + "marca\\w*|fica|queda|pasa(?:r|mos|do|da)?|pass(?:e[rz]?|a|ou|amos)|flytta\\w*|"
                    + "zet\\w*|mettre|metti|cambia\\w*|geht|now|stage|phase|etapa|so|as|deal)\\b[^.;,]{0,40}?"
                    + "(?:\\b(?:to|in|into|auf|in die|in der|nach|a|en|em|till|naar|as|is|at|ist|zu|als|stage|por|como|comme|na|"
                    + "para)\\b:? "
                    + "?|[=:>→]+ ?|stage (?:is )?)|\\b(?:into|till|so|stage:?|phase:?|now in|now at|as|as a|in) |(?:->|→|=>|"
                    + "=) ?(?:stage )?)[\"']?("
                    + NAME + ")[\"']?(?: stage| phase)?\\b(?! (?:by|from|thursday|tomorrow|on|to|call|due|doc))");

    private StageCues() {}

    static String named(String folded) {
        return NAMES.getOrDefault(folded, folded);
    }
}
