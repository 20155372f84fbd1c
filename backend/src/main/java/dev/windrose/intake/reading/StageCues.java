package dev.windrose.intake.reading;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Words that report a step of a sale. */
final class StageCues {

    static final Map<String, Integer> RANK =
            Map.of("lead", 0, "qualified", 1, "discovery", 2, "proposal", 3, "negotiation", 4, "won", 5, "lost", 5);

    private static final String OFFER =
            "pricing|proposals?|quotes?|quotation|offers?|angebot\\w*|offerten?|devis|propositions?|ofertas?|propuestas?|"
                    + "propostas?|cotizacion|orcamento|preventivo|offerta|offerten?|tilbud";

    static final Pattern WON = Pattern.compile(
            "\\b(?:(?:both|all) signatures|(?:fully |now )?executed(?= (?:this|today|yesterday|on|by|and)|[.!,]|$)|"
                    + "inked|docusign\\w* (?:is )?complete\\w*|done and dusted|deal is (?:done|closed)|(?:sealed|closed|"
                    + "got|landed|bagged) the deal|closed(?= ?(?:[!.,:]|$|at \\d|for [$€£\\d]|today|this morning))|"
                    + "(?:firmo|firmou)(?= |$)|ist durch(?= |[.!,]|$)|in trockenen tuchern|assinou|beide unterschriften|"
                    + "we (?:bagged|landed)|signed (?:contract|order form|agreement|copy|paperwork|po|order)|"
                    + "signing (?:is )?(?:done|complete\\w*)|counter-?signed|signed(?! off| up| in\\b| nda| an nda| the nda| quote)|closed[- ]?won|"
                    + "docusign\\w* (?:came|is|has come|went)\\s+(?:through|back|complete\\w*)|(?:contract|order form|"
                    + "agreement) (?:came|is|arrived) back signed|"
                    + "(?:po|purchase order|order) (?:is in|received|came in|arrived|just landed|landed)|(?:got|received|"
                    + "have) (?:the|their|a) (?:po|purchase order|signed|signature|order)|ink is dry|"
                    + "unterschrieben|unterzeichnet|(?:auftrag|bestellung) (?:ist da|erhalten|eingegangen|gewonnen)|(?:a|"
                    + "ont|est|ete|contrat) signee?s?|firmado|firmaron|han firmado|hanno firmato|firmato|assinad[oa]|"
                    + "assinaram|"
                    + "getekend|ondertekend|undertecknat|undertecknad|skrivit pa|signert|underskrevet|har signerat|signerat)\\b");
    static final Pattern WON_WORD =
            Pattern.compile("\\b(?:won|gewonnen|gagne|ganado|ganada|vinto|ganhamos|vunnit)\\b(?!'t)");
    static final Pattern LOST = Pattern.compile(
            "(?<![a-z])(?:fell through|falls through|(?<!i )(?<!we )said no(?! (?:to|one|need|problem|rush|more|later))|"
                    + "passed on (?!the|this|it\\b|his|her|my|your|our|that|to)|took a pass|no[- ]go(?! for \\w+ weeks)|"
                    + "kill (?:the |this )?(?:\\w+ )?(?:opp\\w*|deal)|chosen (?!us|to|not)|opt(?:ed|ing) for (?!us)|"
                    + "qualified out|disqualified|walked away|back(?:ed|ing) out|dropped out|(?:not|aren't|isn't|"
                    + "won't be) (?:moving|going) (?:forward|ahead)|decided not to (?:buy|proceed|move|go|sign|continue|"
                    + "pursue)|called (?:it|the (?:deal|project)) off|turned (?:us|it|the offer|our offer) down|"
                    + "rejected our|deal is off|abgesprungen|(?:haben|hat) sich (?:fur (?!uns)\\w+|gegen uns|"
                    + "anders) ?(?:entschieden)?|se decidio por|ont choisi|hanno scelto|escolheu|escolheram|desistiu|"
                    + "desistiram|decidieron no|ficou com|ficaram com|closed?[- ]?lost|(?:this|it|them|that|deal|opp\\w*) (?:one )?out as lost|lost|decided "
                    + "against us|went with(?= (?:an? |another |the )?(?:\\w+ )?(?:rival|competitor|vendor|supplier|provider|tool|system|"
                    + "solution)\\b)|went with (?!us|it|that|the|a |an |our)|gone with (?!us)|going with (?!us|it|that|the|a |"
                    + "an |our)|chose (?!us|to|not)|picked (?!us|up|a|the|out)"
                    + "|pulled out|(?:is|are|it's|-|:|=) dead(?! (?:against|set|line|end))|close it out|closing (?:it|this "
                    + "one) out|verloren|perdue?|perdid[oa]|perdimos|persa|perso|verloren|forlorade?|tapt)\\b");
    private static final Pattern NEGOTIATION = Pattern.compile(
            "\\b(?:negotiating|haggling|hammering out|back and forth (?:on|over|about)|marked up (?:the|our)|in contract review|"
                    + "verhandeln|negociando|negociations? en cours|en pleine negociation|onderhandelen|forhandlar)\\b|"
                    + "\\b(?:comments|redlines|changes|edits|mark-?up|anmerkungen|anderungen) (?:on|to|zum|zu) (?:the |our |dem |unserem )?(?:msa|"
                    + "contract|agreement|draft|paper|vertrag\\w*)|\\bredlin\\w+ (?:are )?(?:back|received|came|in|from)|\\bmark-?up (?:is )?(?:back|"
                    + "received)|\\b(?:legal|lawyers?|procurement|solicitors?|counsel) (?:has|have|got|is reviewing|are "
                    + "reviewing) (?:our|the) (?:paper\\w*|contract|draft|msa|agreement)"
                    + "|\\b(?:contract|paper|msa|agreement|vertrag|contrat|contrato)\\b[^.,;]{0,12} (?:is |are |now |liegt "
                    + "|est |esta )?(?:with|at|in|bei|chez|beim|con|no|na) (?:\\w+ )?(?:legal|lawyers?|solicitors?|counsel|"
                    + "rechtsabteilung|justiziar\\w*|juristes?|juridico|abogados?|anwalt\\w*)"
                    + "|\\b(?:in|into|in die|en|in de|em) (?:the )?(?:contract )?(?:negotiations?|verhandlung\\w*|"
                    + "negociacion|negociations?|onderhandeling\\w*|forhandling\\w*|trattativa|negociacao)");
    private static final Pattern PROPOSAL = Pattern.compile("\\b(?:" + OFFER
            + ")\\b[^.,;]{0,28}?\\b(?:is out|went(?: out| over)?|sent|gone out|delivered|submitted|raus|verschickt|"
            + "versandt|versendet|gesendet|rausgegangen|abgegeben|envoyee?s?|partie?s?|enviad[oa]s?|mandad[oa]|"
            + "over to|eruit|verstuurd|inviat[oa]|skickade?s?|skickat|ute|sendt|uit)\\b"
            + "|(?<!to be |get |be )\\b(?:sent|emailed|submitted|delivered|issued|mailed|enviamos|envie|mandamos|"
            + "j'ai envoye|on a envoye|verschickt) (?:[\\w']+ ){0,4}(?:"
            + OFFER
            + ")\\b|\\b(?:has|have|got|received|hat|haben|a recu|tiene|tem) (?:now )?(?:our|the|unser|notre|nuestra|a nossa) (?:"
            + OFFER + ")\\b");
    private static final Pattern DISCOVERY =
            Pattern.compile("\\bdiscovery (?:call|meeting|session|done|held|complete\\w*|workshop|went|gesprach)\\b");
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
    private static final String NAME = NAMES.keySet().stream()
            .sorted(java.util.Comparator.comparingInt(String::length).reversed())
            .collect(java.util.stream.Collectors.joining("|"));

    /** "move it to negotiation", "stage: proposal", "into discovery", "-> qualified". */
    static final Pattern SET = Pattern.compile(
            "(?:\\b(?:set|mov(?:e|ed|es|ing)|put|chang(?:e|ed)|updat(?:e|ed)|mark(?:ed)?|advanc(?:e|ed)|"
                    + "bump(?:ed)?|go(?:es|ing)?|went|back|setz\\w*|verschieb\\w*|pasa(?:r|mos)?|passe[rz]?|flytta\\w*|"
                    + "zet\\w*|mettre|metti|cambia\\w*|geht|now|stage|phase|etapa|so|as|deal)\\b[^.;,]{0,40}?"
                    + "(?:\\b(?:to|in|into|auf|in die|nach|a|en|till|naar|as|is|at|ist|zu|als|stage|the|por|na|para)\\b:? "
                    + "?|[=:>→]+ ?|stage (?:is )?)|\\b(?:into|till|so|stage:?|phase:?|now in|now at|as|as a|in) |(?:->|→|=>|"
                    + "=) ?(?:stage )?)[\"']?("
                    + NAME + ")[\"']?(?: stage| phase)?\\b(?! (?:by|from|thursday|tomorrow|on|to|call|due|doc))");

    private StageCues() {}

    static String named(String folded) {
        return NAMES.getOrDefault(folded, folded);
    }
}
