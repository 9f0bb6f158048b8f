/**
 * Sound on the page: the recordings of a folder are played, and recordings that are sent are listened to.
 *
 * <pre>{@code
 * Page.start(catalog, PageOptions.defaults().withMusic(Path.of("/home/me/music")));
 *
 * // curl --data-binary @song.mp3 http://127.0.0.1:7070/api/upload?name=song.mp3      {"job":"…"}
 * // curl http://127.0.0.1:7070/api/jobs?id=…                                         {"state":"done","result":{…}}
 * }</pre>
 *
 * <p>Playing. {@code MusicFolder} has {@code MusicMatch} find out in the background which song is which file; {@code
 * AudioEndpoints} looks up the file of an id (no text of a request ever reaches the file system) and {@code AudioAnswer} sends
 * it, or the {@code ByteRange} asked for, from disk on the request's virtual thread. What browsers cannot play ({@code
 * BrowserType}) is decoded once to WAV by {@code DecodedCopies}.
 *
 * <p>Listening. {@code UploadEndpoints} takes a file, as an {@code UploadJob} it waits in the page's queue ({@code
 * segue.page.jobs}), {@code UploadWork} measures it as {@code ./segue features} does and finds what is like it. Files lie in a {@code PrivateFolder} for as long as they are needed: an upload is deleted as soon
 * as it has been listened to, cancelled or found unusable, and at the next start what a killed process left.
 *
 * <p>Bounds: an upload has at most 32 MiB and 15 minutes, a client one at a time; one is listened to at a time. Copies for
 * playing take up to 1 GiB of the temporary folder.
 */
package segue.page.music;
