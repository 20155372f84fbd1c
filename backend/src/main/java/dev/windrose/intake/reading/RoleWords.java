package dev.windrose.intake.reading;

import java.util.Map;

/** Turns of phrase by which people tell what part somebody plays in a purchase, beside those that name it. */
final class RoleWords {

    private static final String US = "(?:us|this|it|the (?:project|deal|tool|idea|switch|purchase|rollout))";
    private static final String STOPS = "(?:kill|block|stop|sink|veto|scupper|torpedo|derail|bury|end|halt)";

    static final Map<String, String> MORE = Map.of(
            "economic_buyer",
            "(?:has|got|gets) (?:his|her|their) own budget|(?:the )?(?:budget|money|purse) (?:is|'s) (?:his|hers|theirs)|it's (?:his|her) "
                    + "(?:money|budget|pot)|writes? the che(?:ck|que)s?|signs? the che(?:ck|que)s?|foots? the bill|(?:approves|releases|clears|"
                    + "unlocks) (?:the |all )?(?:spend|spending|funds|money|expenses)|(?:ihr|sein) (?:budget|topf|etat)(?= ?(?:$|[.,;!]))|"
                    + "gibt (?:das )?(?:geld|budget) frei|dreht am geldhahn|hat den geldbeutel|zahlt am ende|debloque (?:le|les) (?:budget|fonds)|"
                    + "signe les cheques|c'est (?:lui|elle) qui paie|es (?:quien|el que|la que) paga|suelta (?:la plata|el dinero)|libera "
                    + "(?:el presupuesto|la partida|a verba|a grana|o orcamento)|e (?:quem|ela que|ele que) paga|assina o cheque",
            "champion",
            "(?:push|rais|prais|plug|pitch|promot|sell|bring)\\w* " + US
                    + "(?: up)? (?:at|in|to|with) (?:every|each|all|the (?:board|staff|"
                    + "management|team|leadership))|(?:push|rais|prais|plug|pitch|promot|sell)\\w* " + US
                    + " (?:internally|inside|everywhere|"
                    + "like mad|hard)|keeps? (?:pushing|selling|plugging|pitching|raising) " + US
                    + "|(?:is|'s|are) (?:fully |totally |100 ?% |"
                    + "completely |very much |firmly |right )?(?:behind|rooting for|in favou?r of) us|(?:our|the) (?:strongest|best|biggest|loudest|"
                    + "main|key) (?:ally|supporter|voice|backer|friend|fan|promoter|advocate|cheerleader)|our (?:man|woman|guy|friend|voice|"
                    + "eyes and ears|foot) (?:inside|in the (?:building|house|door|room))|fight(?:s|ing)? (?:tooth and nail )?for "
                    + US
                    + "|(?:i'd|i would|i'll) fight for " + US
                    + "|sings? our praises|(?:is|are|'s) all for (?:it|us|this)(?= ?(?:$|[.,;!]|and|but))|"
                    + "auf unserer seite|wirbt (?:intern|im haus|uberall) fur|macht (?:intern |im haus )?(?:werbung|stimmung|druck) fur uns|"
                    + "treibt (?:das|es|uns) (?:intern )?voran|kampft (?:fur|um) (?:uns|das projekt)|unser (?:turoffner|zugpferd|motor)\\w*|"
                    + "(?:notre|meilleure?) (?:ambassadeur|ambassadrice|relais|soutien|avocate?)|nous vend en interne|se bat pour nous|"
                    + "pousse (?:en interne|a fond)|nuestr[oa] (?:mejor |gran |principal )?(?:embajador[a]?|padrin[oa]|valedor[a]?|promotor[a]?)|"
                    + "(?:esta|va) (?:a tope |totalmente )?con nosotros|noss[oa] (?:maior |grande |melhor )?(?:aliad[oa]|embaixador[a]?|padrinho|"
                    + "madrinha|defensor[a]?|torcedor[a]?)|veste a (?:nossa )?camisa|(?:esta|ta) (?:super |totalmente )?do nosso lado",
            "blocker",
            "(?:fights|fighting|fought) (?:us|it|this|the (?:project|deal|idea|switch))|(?:hates|loathes) (?:us|the (?:idea|project|switch))|"
                    + "wants (?:us gone|rid of us|to get rid of us|nothing to do with us)|(?:can|could|may|might) (?:still )?"
                    + STOPS
                    + " (?:the )?(?:whole (?:thing|project|deal)|renewal|purchase|lot)|schiesst (?:gegen|quer)|arbeitet gegen uns|mauert\\b|"
                    + "sperrt sich|(?:ist )?der (?:bremser|blockierer|gegner)|will uns (?:loswerden|raushaben|weghaben)|(?:farouchement |totalement )"
                    + "(?:opposee?|contre|hostile)|(?:va|peut) (?:tout )?faire capoter|nos quiere fuera|puede (?:tumbar|parar|frenar|vetar|"
                    + "bloquear)|pode (?:barrar|derrubar|vetar|travar|bloquear)|(?:torce|joga) contra",
            "decision_maker",
            "signs (?:alone|anything|on (?:his|her) own|all contracts|contracts)|the (?:man|woman|one|person|guy|lady) with the (?:pen|final say|"
                    + "last word|power|authority|signature)|(?:has|holds) (?:power of attorney|signing rights?|final authority|the casting vote|"
                    + "the pen)|nothing (?:happens|moves|gets (?:signed|done|bought)|goes) without (?:him|her)|okays everything|authori[sz]ed to sign|"
                    + "(?:the )?(?:decision|final call) is (?:his|hers)|decides on all|gibt (?:die |alle )?(?:vertrage|bestellungen|auftrage) frei|"
                    + "zeichnungsberechtigt|hat prokura|segnet (?:alles|es|das) ab|muss (?:alles |das |es )?(?:absegnen|freigeben|unterzeichnen)|"
                    + "nickt (?:es|alles|das) ab|hat den hut auf|an (?:ihm|ihr) fuhrt kein weg|rien ne se (?:fait|signe) sans (?:lui|elle)|aura "
                    + "le dernier mot|a la (?:signature|delegation)|sin (?:el|ella|su firma) no se (?:firma|mueve|hace)|tiene (?:la firma|"
                    + "potestad)|la decision es suya|da el ok final|a decisao e (?:dela|dele)|tem (?:a caneta|poder de decisao)|sem (?:ele|ela) "
                    + "nada (?:anda|sai|fecha)|da a palavra final|ha (?:la firma|il potere di firma)");

    private RoleWords() {}
}
