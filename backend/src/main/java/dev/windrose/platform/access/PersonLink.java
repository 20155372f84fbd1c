package dev.windrose.platform.access;

import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import java.util.Optional;

/** A link that names a person, which every link but that of the set-up does. */
record PersonLink(LinkKind kind, TenantId tenant, PersonId person) {

    static Optional<PersonLink> of(LinkStore.Link link) {
        return link.tenant() == null || link.person() == null
                ? Optional.empty()
                : Optional.of(new PersonLink(link.kind(), link.tenant(), link.person()));
    }
}
