package dev.windrose.crm.file;

import dev.windrose.platform.mail.MailFiles;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Files that go out with mail. */
@Component
class FilesOfMail implements MailFiles {

    private final ReadFiles files;

    FilesOfMail(ReadFiles files) {
        this.files = files;
    }

    @Override
    public MailFile open(UUID id, int largest) {
        var whole = files.whole(id, largest);
        return new MailFile(whole.name(), whole.mediaType(), whole.content());
    }
}
