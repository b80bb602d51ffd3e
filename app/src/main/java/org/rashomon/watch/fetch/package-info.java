/**
 * The network: the only package of the program that connects to other machines, and only for {@code rashomon watch}.
 *
 * <p>{@link org.rashomon.watch.fetch.Fetcher} is the front door: an address in, a {@link org.rashomon.watch.fetch.Fetched} out, or a {@link
 * org.rashomon.watch.fetch.FetchException} with a reason for people. Every address, be it a feed's, an item's, that of robots.txt or one that
 * a server redirects to, goes the same way: {@link org.rashomon.watch.fetch.AllowedHosts} (is the host one of the feeds' or on the list?),
 * {@link org.rashomon.watch.fetch.Addresses} (its name is resolved once, and what it resolves to is public), {@code Robots}, {@code HostPace},
 * and then {@code Connection}, which connects to the very address that was checked, so that a name that is resolved anew to something else
 * (DNS rebinding) reaches nothing. {@link org.rashomon.watch.fetch.FetchLimits} bounds time, size, packing and redirects. {@link
 * org.rashomon.watch.fetch.Warc} writes what came, byte by byte, as archives of the web have it.
 *
 * <p>Sees Apache HttpClient, crawler-commons and the JDK; nothing of the case, the engine or the pages. No proxy is used, no cookie kept, no
 * name and password sent.
 */
@NullMarked
package org.rashomon.watch.fetch;

import org.jspecify.annotations.NullMarked;
