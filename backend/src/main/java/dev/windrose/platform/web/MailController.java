package dev.windrose.platform.web;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.mail.MailPurpose;
import dev.windrose.platform.mail.MailStatus;
import dev.windrose.platform.mail.NewMail;
import dev.windrose.platform.mail.OutboundMail;
import dev.windrose.platform.mail.OutboundMails;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The outbox: everything for administrators, else one's own mail. */
@RestController
@RequestMapping("/api/v1/mails")
class MailController {

    private static final int MOST = 200;

    private final OutboundMails mails;

    MailController(OutboundMails mails) {
        this.mails = mails;
    }

    record Request(
            @Nullable List<String> to,
            @Nullable List<String> cc,
            @Nullable List<String> bcc,
            @Nullable String subject,
            @Nullable String text,
            @Nullable String html,
            @Nullable String purpose,
            @Nullable Boolean unsubscribe,
            @Nullable String inReplyTo,
            @Nullable List<String> references,
            @Nullable String recordType,
            @Nullable UUID recordId,
            @Nullable List<UUID> files) {

        NewMail mail() {
            return new NewMail(
                    Objects.requireNonNullElse(to, List.of()),
                    Objects.requireNonNullElse(cc, List.of()),
                    Objects.requireNonNullElse(bcc, List.of()),
                    Objects.requireNonNullElse(subject, ""),
                    Objects.requireNonNullElse(text, ""),
                    html,
                    purpose(purpose),
                    Boolean.TRUE.equals(unsubscribe),
                    inReplyTo,
                    Objects.requireNonNullElse(references, List.of()),
                    recordType,
                    recordId,
                    Objects.requireNonNullElse(files, List.of()));
        }

        /** Service mail is the product's own: it goes out whatever the recipient wants. */
        private static MailPurpose purpose(@Nullable String given) {
            return switch (given) {
                case null -> MailPurpose.PERSONAL;
                case "personal" -> MailPurpose.PERSONAL;
                case "marketing" -> MailPurpose.MARKETING;
                default ->
                    throw new AppException(
                            CommonError.BAD_VALUE, "The purpose is one of personal, marketing.", "purpose");
            };
        }
    }

    record View(
            UUID id,
            String status,
            String purpose,
            String messageId,
            List<String> to,
            List<String> cc,
            List<String> bcc,
            String subject,
            String text,
            @Nullable String html,
            @Nullable String inReplyTo,
            @Nullable String recordType,
            @Nullable UUID recordId,
            @Nullable UUID createdBy,
            String createdByName,
            Instant createdAt,
            @Nullable Instant sentAt,
            int attempts,
            @Nullable String reason,
            List<UUID> files) {

        static View of(OutboundMail mail) {
            return new View(
                    mail.id(),
                    mail.status().wire(),
                    mail.purpose().wire(),
                    mail.messageId(),
                    mail.to(),
                    mail.cc(),
                    mail.bcc(),
                    mail.subject(),
                    mail.text(),
                    mail.html(),
                    mail.inReplyTo(),
                    mail.recordType(),
                    mail.recordId(),
                    mail.by() == null ? null : mail.by().value(),
                    mail.byName(),
                    mail.createdAt(),
                    mail.sentAt(),
                    mail.attempts(),
                    mail.reason(),
                    mail.files());
        }
    }

    record Views(List<View> data, @Nullable UUID nextCursor) {}

    @GetMapping
    Views list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var found = mails.list(status == null ? null : status(status), cursor, most + 1);
        var page = found.size() > most ? found.subList(0, most) : found;
        return new Views(
                page.stream().map(View::of).toList(),
                found.size() > most ? page.getLast().id() : null);
    }

    @GetMapping("/{id}")
    View get(@PathVariable UUID id) {
        return View.of(mails.get(id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    View write(@RequestBody Request body) {
        return View.of(mails.write(body.mail()));
    }

    @PostMapping("/{id}/send")
    View send(@PathVariable UUID id) {
        return View.of(mails.sendNow(id));
    }

    @PostMapping("/{id}/cancel")
    View cancel(@PathVariable UUID id) {
        return View.of(mails.cancel(id));
    }

    private static MailStatus status(String wire) {
        return MailStatus.of(wire)
                .orElseThrow(() -> new AppException(
                        CommonError.UNKNOWN_FILTER, "There is no status \"%s\".".formatted(wire), "status"));
    }
}
