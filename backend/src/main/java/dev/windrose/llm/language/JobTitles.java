package dev.windrose.llm.language;

import java.util.Optional;
import java.util.regex.Pattern;

/** Job titles: a known head word with what belongs to it. */
public final class JobTitles {

    private static final String HEAD =
            "auditor|revisor[ai]?|judge|magistrate|commissioner|sheriff|chancellor|governor|councillor|councilman|councilwoman|verger|"
                    + "surgeon|doctor|dentist|veterinarian|optician|optometrist|therapist|physio|physiotherapist|midwife|radiographer|sonographer|paramedic|"
                    + "\\p{L}+ologist|\\p{L}+-in-chief|teacher|tutor|lecturer|instructor|trainer|coach|groundskeeper|groundsman|caretaker|janitor|dispatcher|scheduler|"
                    + "producer|showrunner|animator|choreographer|photographer|cinematographer|journalist|columnist|archivist|winemaker|distiller|"
                    + "sommelier|agronomist|horticulturist|machinist|mechanic|electrician|plumber|welder|bosun|shipwright|harbourmaster|harbormaster|"
                    + "stationmaster|postmaster|quartermaster|actuary|teller|cashier|concierge|housekeeper|receptionist|chaplain|chairwoman|chairlady|spokesperson|spokeswoman|"
                    + "spokesman|deputy|proprietor|innkeeper|restaurateur|barrister|solicitor|notary|liaison|evangelist|programmer|webmaster|sysadmin|statistician|"
                    + "\\p{L}*mitglied|\\p{L}*vorstand|\\p{L}+(?:fuhrer|lehrer|techniker|ingenieur|koordinator|berater|direktor|sprecher|prasident|inspektor|"
                    + "assistent|planer|handler|trainer|pfleger|referent|revisor|prufer|entwickler|einkaufer|verkaufer|sekretar|"
                    + "anwalt|buchhalter|disponent|redakteur|betreuer|administrator)(?:in)?|\\p{L}*vorsitzende[r]?|winzer(?:in)?|verleger(?:in)?|landwirt(?:in)?|"
                    + "pfarrer(?:in)?|techniker(?:in)?|ingenieur(?:in)?|gesellschafter(?:in)?|hausmeister(?:in)?|\\p{L}+manager(?:in)?|"
                    + "proviseure?|censeur|enseignante?|professeure?|infirmier|infirmiere|veterinaire|pharmacien|pharmacienne|technicien|technicienne|vigneron|vigneronne|oenologue|"
                    + "maitre|maitresse|redacteur|redactrice|concepteur|conceptrice|conducteur|conductrice|regisseur|regisseuse|mandataire|associee?|fondateur|fondatrice|cogerante?|"
                    + "administrateur|administratrice|conseiller|conseillere|animateur|animatrice|formateur|formatrice|delegue|deleguee|repartiteur|standardiste|fontainier|econome|"
                    + "tecnic[oa]|enfermer[oa]|profesor[a]?|maestr[oa]|veterinari[oa]|farmaceutic[oa]|enolog[oa]|bodeguer[oa]|propietari[oa]|duen[oa]|fundador[a]?|consejer[oa]|"
                    + "concejal[a]?|rector[a]?|decan[oa]|productor[a]?|editor[a]?|redactor[a]?|administrativ[oa]|contable|auditor[a]?|asesor[a]?|consultor[a]?|vendedor[a]?|operador[a]?|"
                    + "inspector[a]?|proprietari[oa]|enfermeir[oa]|professor[a]?|gestor[a]?|chefe|diretor-geral|produtor[a]?|assessor[a]?|operador[a]?|inspetor[a]?|"
                    + "conselheir[oa]|reitor[a]?|socio-gerente|socia-gerente|tecnico|tecnica|infermier[ea]|fondatore|fondatrice|produttore|produttrice|consigliere|"
                    + "kasserer\\w*|styreleder|produsent|radgiver|advokat|regnskapsforer|verneombud|platschef|styrelseordforande|kassor|handlaggare|inkopare|saljare|"
                    + "directeur-generaal|zaakvoerder|eigenaar|adviseur|medewerker|\\p{L}+medewerker|verpleegkundige|leraar|accountmanager|penningmeester|"
                    + "kierowni\\w+|specjalist\\w+|inzynier|wlasciciel\\w*|koordynator\\w*|mudur|muduru|vicar|abbot|prior|mayor|captain|skipper|vorarbeiter(?:in)?|polier|burgermeister(?:in)?|kapitan|wirt(?:in)?|"
                    + "contremaitre|juriste|notaire|maire|capataz|alcalde|alcaldesa|encarregad[oa]|prefeit[oa]|"
                    + "caposquadra|sindaco|voorman|burgemeester|jurist(?:in)?|forman|borgmastare|formand|borgmester|"
                    + "ceo|cfo|coo|cto|cio|ciso|cmo|cro|cpo|cdo|cco|chro|cso|cpto|dpo|dsi|daf|drh|dg|pdg|vd|md|svp|evp|avp|"
                    + "vp|gm|fd|vice president|president|chair(?:man|woman)?|"
                    + "director|manager|head|lead|leader|chief|officer|owner|founder|co-founder|cofounder|partner|"
                    + "principal|analyst|engineer|developer|architect|administrator|admin|"
                    + "specialist|consultant|controller|comptroller|accountant|bookkeeper|buyer|purchaser|coordinator|"
                    + "supervisor|secretary|treasurer|counsel|lawyer|assistant|associate|"
                    + "superintendent|sre|scientist|designer|planner|strategist|advisor|adviser|representative|executive|"
                    + "executive assistant|technician|operator|nurse|physician|dean|professor|"
                    + "librarian|publisher|editor|broker|foreman|rep|expert|recruiter|merchandiser|underwriter|paralegal|"
                    + "estimator|pharmacist|chef|curator|registrar|provost|bursar|steward|"
                    + "leiter(?:in)?|\\p{L}*leiter(?:in)?|geschaftsfuhrer(?:in)?|vorstand|prokurist(?:in)?|direktor(?:in)?|"
                    + "einkaufer(?:in)?|referent(?:in)?|beirat|chefin|\\p{L}*chef|inhaber(?:in)?|"
                    + "beauftragte[r]?|\\p{L}*beauftragte[r]?|\\p{L}*meister(?:in)?|buchhalter(?:in)?|assistent(?:in)?|"
                    + "directeur|directrice|responsable|gerant|gerante|presidente?|chargee?|acheteur|acheteuse|comptable|adjointe?|"
                    + "gerente|director[a]?|jef[ea]|encargad[oa]|responsabile|direttore|direttrice|titolare|diretora?|"
                    + "socio|socia|analista|coordinador[a]?|coordenador[a]?|comprador[a]?|"
                    + "hoofd|directie|directeur|bestuurder|inkoper|bolagsjurist|jurist|inkopschef|ekonomichef|agare|sjef|"
                    + "leder|direktor|daglig leder|kierownik|dyrektor\\w*|prezes|"
                    + "pa|chair|chairperson|trustee|headmaster|headteacher|headmistress|matron|clerk|attorney|economist|surveyor|ombudsman|"
                    + "prasident(?:in)?|sekretar(?:in)?|anwalt|anwaltin|arzt|arztin|\\p{L}*arztin|\\p{L}+arzt|rektor(?:in)?|koordinator(?:in)?|disponent(?:in)?|"
                    + "sachbearbeiter(?:in)?|verantwortliche[r]?|\\p{L}*verantwortliche[r]?|kaufmann|kauffrau|verwalter(?:in)?|\\p{L}*verwalter(?:in)?|hausdame|obmann|obfrau|"
                    + "secretaire|tresorier|tresoriere|avocate?|ingenieure?|medecin|economiste|intendante?|chef|cheffe|gestionnaire|"
                    + "secretari[oa]|tesorer[oa]|contador[a]?|abogad[oa]|ingenier[oa]|medic[oa]|administrador[a]?|supervisor[a]?|delegad[oa]|vocal|apoderad[oa]|subdirector[a]?|vicepresident[ea]|"
                    + "tesoureir[oa]|advogad[oa]|engenheir[oa]|contabilista|provedor[a]?|vereador[a]?|sindic[oa]|"
                    + "segretari[oa]|avvocat[oa]|ingegnere|ragionier[ea]|commercialista|capo|vicedirettore|amministratore|amministratrice|"
                    + "boekhouder|penningmeester|secretaris|voorzitter|okonomichef|okonomisjef|\\p{L}+sjef|\\p{L}+leder|\\p{L}+chef|verkstallande|ordforande|mudur\\w*|ksiegow\\w+";
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\d])(?:" + HEAD + ")(?![\\p{L}\\d])");
    private static final Pattern STOP = Pattern.compile(
            "\\b(?:is|are|was|wants?|will|has|have|said|says|told|signs|decides|who|reports|reporting|works|"
                    + "moved|joined|left|leaving|gone|taking|needs|looking|asking|about|because|there|here|fine|happy|that|"
                    + "and he|and she|called|asked|would|can|ist|hat|est|es|e)\\b");
    private static final Pattern LEADING = Pattern.compile(
            "^(?:(?:(?:\\w+ )?with us (?:now )?as|on board (?:now )?as|aboard as|onboard as|working as|here as|in place as|in the role of|en tant que|en qualite de|en calidad de|na qualidade de|in qualita di|he|she|they|he's|she's|he is|she is|who is|who's|is|was|his|her|my|mein[e]?|mon|ma|mi|meu|minha|sein[e]?|steps up as|stepping up as|stepped up as|stepping in as|comes in as|came in as|joins as|joined as|"
                    + "starts as|started as|acts as|acting as|took over as|takes over as|taking over as|will be|will become|becomes|works as|serves as|currently|the|their|our|new|former|now|"
                    + "interim|acting|currently|unser[e]?|neue[r]?|la|le|el|il|nossa|nosso|nuestr[oa]|notre|leur|su|"
                    + "ihr[e]?|der|die|als|nuevo|nueva|nouveau|nouvelle|nuovo|nuova|novo|nova|nieuwe|nya|onze|nostro|"
                    + "nostra|su|as|a|an|officially) )+");

    /** Words that belong to the title before or inside it, also in lower case. */
    private static final Pattern MODIFIER = Pattern.compile(
            "of|for|de|del|der|des|fur|&|and|senior|junior|deputy|vice|regional|group|global|assistant|associate|general|managing|executive|interim|"
                    + "technical|commercial|medical|clinical|creative|digital|national|international|corporate|finance|financial|purchase|purchasing|"
                    + "procurement|sourcing|buying|sales|marketing|operations|ops|it|hr|people|talent|legal|compliance|quality|safety|security|infosec|"
                    + "data|product|project|programme|program|account|customer|client|supply|chain|logistics|fleet|transport|transportation|warehouse|"
                    + "plant|production|factory|site|works|facility|facilities|estates|maintenance|engineering|design|research|development|store|shop|retail|"
                    + "branch|area|district|country|office|practice|ward|nursing|school|hotel|front|kitchen|cellar|vineyard|farm|export|import|training|"
                    + "learning|admissions|finance/it|e-commerce|ecommerce|brand|content|community|events?|field|service|support|systems|network|software|"
                    + "payroll|treasury|tax|audit|credit|risk|partnerships?|grants?|fundraising|construction|commissioning|stock|night|shift|in-house|inhouse|acting|interim|co|lead|chief|head|principal|managing|public|external|internal|outside|municipal|county|city|town|state|parish|band|team|music|art|stage|floor|line|key|general");

    private JobTitles() {}

    public static boolean isTitle(String part) {
        var folded = Fold.inPlace(part);
        return folded.length() <= 70
                && part.split("\\s+").length <= 8
                && WORD.matcher(folded).find()
                && !STOP.matcher(folded).find()
                && part.indexOf('@') < 0;
    }

    /** The title in a delimited part of a sentence such as what stands in brackets: the part itself without an article or "new". */
    public static Optional<Span> in(String text, Span part) {
        int start = part.start();
        int end = part.end();
        while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1)) && text.charAt(end - 1) != ')') {
            end--;
        }
        var leading = LEADING.matcher(Fold.inPlace(text.substring(start, end)));
        if (leading.find()) {
            start += leading.end();
        }
        return start < end && isTitle(text.substring(start, end))
                ? Optional.of(new Span(start, end))
                : Optional.empty();
    }

    /** The title that ends right before a name: "their CFO ...", "our new Head of Finance ...". */
    public static Optional<Span> before(String text, int name) {
        int from = name;
        int best = -1;
        int words = 0;
        while (words < 6) {
            int end = from;
            while (end > 0 && " ,(-–:".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            int start = end;
            while (start > 0
                    && !Character.isWhitespace(text.charAt(start - 1))
                    && "(,;:.".indexOf(text.charAt(start - 1)) < 0) {
                start--;
            }
            if (start == end || end < from - 3 || words > 0 && end < from - 1) {
                break;
            }
            var word = text.substring(start, end);
            var folded = Fold.inPlace(word);
            boolean head = WORD.matcher(folded).matches();
            boolean part = Character.isUpperCase(word.charAt(0))
                    || head
                    || MODIFIER.matcher(folded).matches();
            if (!part
                    || word.endsWith("'s")
                    || word.endsWith("’s")
                    || LEADING.matcher(folded + " ").matches()) {
                break;
            }
            words++;
            from = start;
            if (WORD.matcher(Fold.inPlace(text.substring(start, name))).find()) {
                best = start;
            }
        }
        return best < 0 ? Optional.empty() : in(text, new Span(best, name));
    }
}
