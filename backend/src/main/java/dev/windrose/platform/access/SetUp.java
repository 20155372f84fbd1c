package dev.windrose.platform.access;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.WorkspaceChange;
import dev.windrose.platform.people.Workspaces;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The first workspace of an installation, made by whoever holds the link that the process printed. */
@Component
public class SetUp {

    private final Workspaces workspaces;
    private final WorkspaceCreation creation;
    private final LinkStore links;
    private final Sessions sessions;
    private final AttemptLimits limits;
    private final Clock clock;

    SetUp(
            Workspaces workspaces,
            WorkspaceCreation creation,
            LinkStore links,
            Sessions sessions,
            AttemptLimits limits,
            Clock clock) {
        this.workspaces = workspaces;
        this.creation = creation;
        this.links = links;
        this.sessions = sessions;
        this.limits = limits;
        this.clock = clock;
    }

    public boolean open() {
        return !workspaces.any();
    }

    /** A new link; an older one stops working. */
    String link() {
        links.deleteSetup();
        String token = Secrets.next();
        links.insert(Secrets.hash(token), new LinkStore.Link(LinkKind.SETUP, null, null), clock.instant());
        return token;
    }

    public OpenedSession run(@Nullable String token, WorkspaceChange settings, NewOwner owner, String from) {
        limits.attempt(from);
        if (owner.password() == null) {
            throw new AppException(CommonError.REQUIRED, "A password is required.", "password");
        }
        var actor = creation.create(settings, owner, () -> {
            workspaces.lockCreation();
            if (!open()) {
                throw new AppException(
                        AccessError.SETUP_CLOSED, "This installation has been set up already. Sign in instead.");
            }
            links.use(Secrets.hash(token == null ? "" : token), clock.instant())
                    .filter(link -> link.kind() == LinkKind.SETUP)
                    .orElseThrow(() ->
                            new AppException(AccessError.LINK_NOT_VALID, "This set-up link is not valid any more."));
        });
        limits.succeeded(from);
        return sessions.open(actor.tenant(), Objects.requireNonNull(actor.person()));
    }
}
