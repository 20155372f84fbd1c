package dev.windrose.crm.file;

import dev.windrose.crm.file.ContentType.Family;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;

/** Compares what a file is called with what it is. */
final class JudgeName {

    private JudgeName() {}

    /**
     * The type to keep. A picture under the name of another kind of picture is kept as what it is.
     *
     * @throws AppException for programs, and for files that are something else than their name says
     */
    static ContentType of(String name, ContentType found) {
        var claimed = ContentType.claimedBy(name).orElse(found);
        if (found.family() == Family.PROGRAM || claimed.family() == Family.PROGRAM) {
            throw wrong("\"%s\" is a program. Programs are not kept.".formatted(name));
        }
        if (claimed == found || ContentType.claimedBy(name).isEmpty()) {
            return found;
        }
        boolean text = found.family() == Family.TEXT;
        if (text && claimed.family() == Family.TEXT) {
            return claimed;
        }
        boolean pictures = found.family() == Family.IMAGE && claimed.family() == Family.IMAGE;
        boolean packed = found.family() == Family.ZIP && claimed == ContentType.ZIP;
        boolean markup = found.family() == Family.MARKUP
                && (claimed.family() == Family.MARKUP || claimed == ContentType.XML || claimed == ContentType.TEXT);
        boolean plain = text && claimed.family() == Family.MARKUP;
        boolean media = found.family() == Family.UNKNOWN && claimed.family() == Family.MEDIA;
        if (pictures || packed || markup || plain || media) {
            return found;
        }
        throw wrong("\"%s\" is not what its name says: its content is %s.".formatted(name, words(found)));
    }

    private static String words(ContentType found) {
        return found == ContentType.UNKNOWN ? "of another kind" : found.media();
    }

    private static AppException wrong(String sentence) {
        return new AppException(CommonError.BAD_VALUE, sentence, "file");
    }
}
