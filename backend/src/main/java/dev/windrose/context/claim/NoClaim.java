package dev.windrose.context.claim;

import dev.windrose.llm.language.Fold;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sentences that claim nothing: questions, greetings, requests, plans of the writer, what the reader said. */
final class NoClaim {

    private static final Pattern QUESTION = Pattern.compile("[?？][\\s\"”)]*$");
    private static final Pattern GREETING = Pattern.compile(
            "^(?:hello|hi|hey|dear|good (?:morning|day|afternoon|evening)|thank(?:s| you)|many thanks|best(?: regards| wishes)?\\b|kind(?:est)? regards|regards|sincerely|yours|cheers|"
                    + "sorry|apologies|congratulations|welcome|happy (?:new|birthday)|merry|enjoy|safe travels|see you|have a|hope |i hope|all the best|with best|"
                    + "hallo|guten|liebe|lieber|sehr geehrte|danke|vielen dank|viele gr|beste gr|mit freundlichen|herzliche?n?|gruss|bis )");
    private static final Pattern REQUEST = Pattern.compile(
            "^(?:(?:so|then|and|also|otherwise|if [^,]{3,60},) )?(?:please|bitte|let (?:me|us) know|let me|let us|let's|tell (?:me|us)|call (?:me|us)|write to (?:me|us)|reply|sign up|register|click|see the attach|find attached|attached|send (?:me|us)|join|book|come (?:to|and|by|in)|visit|"
                    + "forward|note that|feel free|do not hesitate|don't hesitate|could you|would you|can you|may i|may we|shall we|take (?:a look|your time)|have a look|look at|ask |bring |read |"
                    + "keep (?:me|us)|give (?:me|us)|remember|imagine|follow|download|schreiben sie|rufen sie|melden sie|sagen sie|geben sie|lassen sie|konnen sie|konnten sie)");
    private static final Pattern PLAN = Pattern.compile(
            "^(?:(?:on|at|in|next|this|by|before|after|until|then|as|from|for|today|tomorrow)\\b[^,.]{0,40},? )?(?:i(?:'ll|'d|'ve|'m| will| would| can| could| have| had| am| was| shall| suggest| propose| want| hope| look| think| thought| believe| know| understand| noticed| saw| read| heard| send| attach| enclose| bring| plan| ask| wish| promise| need| wonder| remember| spoke| talked| met|'d like)\\b|ich |my |we (?:met|spoke|talked|discussed|agreed|shall|would|will (?:call|send|bring|write|come|be|talk|meet|plan|visit|look)|could|look forward|have (?:attached|put|planned|reserved|booked)|suggest|propose|had|hope)\\b|wir (?:wurden|schlagen|freuen|konnten|haben uns|treffen))");
    private static final Pattern READER = Pattern.compile(
            "\\b(?:as you (?:said|know|told|showed|wrote|saw|mentioned|asked|wished|see)|you (?:said|told|showed|wrote|mentioned|asked|described|wanted|named|explained)|your (?:notes?|mail|message|question|questions|bill|list|team|plan|board|colleague|operators?|drawings?|answer|call|visit|tour)\\b|wie sie (?:sagten|schrieben|wissen)|sie (?:sagten|schrieben|fragten))");
    private static final Pattern FEELING = Pattern.compile(
            "^(?:it (?:would|was|is) (?:be )?(?:a |an )?(?:pity|pleasure|shame|good|great|nice|kind|lovely|glad|helpful|honou?r)|if (?:this|that|it|you|so|not)\\b[^,]*,? (?:i|just|please|a line|tell|let|call|write|my|would|ich)\\b|that would|this would|looking forward|much (?:success|luck)|good luck|any questions|no (?:problem|hurry|rush|worries)|never mind|until |see |what a|how (?:nice|good)|"
                    + "the (?:appointment|meeting|call|workshop|webinar|agenda|minutes) )");

    private NoClaim() {}

    /** Why the sentence claims nothing; null where it does claim something. */
    static @Nullable String why(String sentence, ClaimText claim) {
        var text = Fold.inPlace(sentence).strip();
        if (QUESTION.matcher(text).find()) {
            return "It is a question.";
        }
        if (GREETING.matcher(text).find()) {
            return "It is a greeting or a courtesy.";
        }
        if (REQUEST.matcher(text).find()) {
            return "It asks the reader for something.";
        }
        if (claim.products().isEmpty() && PLAN.matcher(text).find()) {
            return "It says what the writer did or will do.";
        }
        if (claim.products().isEmpty() && READER.matcher(text).find()) {
            return "It repeats what the reader said or has.";
        }
        return FEELING.matcher(text).find() ? "It claims nothing that could be checked." : null;
    }
}
