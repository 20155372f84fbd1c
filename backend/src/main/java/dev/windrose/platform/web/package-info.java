/** REST of sign-in, workspace, people, profile, tokens and feature flags. */
@NullMarked
package dev.windrose.platform.web;

import org.jspecify.annotations.NullMarked;
