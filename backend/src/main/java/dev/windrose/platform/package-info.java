/** Tenant and actor scope, security, errors, clock, people, typed ids, jobs, settings. Depends on nothing of ours. */
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {})
@NullMarked
package dev.windrose.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
