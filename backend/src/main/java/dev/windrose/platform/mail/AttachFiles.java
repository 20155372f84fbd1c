package dev.windrose.platform.mail;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.mail.MailFiles.MailFile;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The files of a mail, with the rights of whoever writes or sends it. */
@Component
class AttachFiles {

    private static final int LARGEST = 18 << 20;

    private final ObjectProvider<MailFiles> files;

    AttachFiles(ObjectProvider<MailFiles> files) {
        this.files = files;
    }

    /** @throws AppException where one is not there, or all are too large for most mail servers */
    List<MailFile> of(List<UUID> ids) {
        var found = new ArrayList<MailFile>();
        int left = LARGEST;
        for (var id : ids) {
            MailFile file;
            try {
                file = files.getObject().open(id, left);
            } catch (AppException e) {
                throw e.code() == CommonError.TOO_LARGE ? tooLarge() : e;
            }
            left -= file.content().length;
            found.add(file);
        }
        return found;
    }

    private static AppException tooLarge() {
        return new AppException(CommonError.TOO_LARGE, "The files of a mail have at most 18 MB together.", "files");
    }
}
