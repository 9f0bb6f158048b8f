package segue.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.ExitCode;
import segue.audio.decode.AudioException;
import segue.catalog.CatalogException;
import segue.digest.MailException;
import segue.feedback.sql.DatabaseException;
import segue.jobs.QueueUnreachableException;
import segue.spotify.access.SpotifyException;

/** What a person is told when a command cannot go on. */
record Problem(String sentence, int exitCode) {

    /** @throws Exception the exception itself, where it is none that a command expects: a defect, to be seen whole */
    static Problem of(Exception exception) throws Exception {
        return switch (exception) {
            case UncheckedIOException wrapped -> of(wrapped.getCause());
            case NoSuchFileException missing ->
                failed(missing.getFile() + ": " + (missing.getReason() == null ? "no such file" : missing.getReason()));
            case AccessDeniedException denied -> failed(denied.getFile() + ": permission denied");
            case FileNotFoundException missing -> failed(missing.getMessage());
            case FileSystemException problem ->
                failed(problem.getFile() + ": "
                        + (problem.getReason() == null ? "cannot be used" : problem.getReason()));
            case BindException taken -> failed(taken.getMessage());
            case IOException problem -> failed(problem.getMessage());
            case AudioException problem -> failed(problem.getMessage());
            case CatalogException problem -> failed(problem.getMessage());
            case SpotifyException problem -> failed(problem.getMessage());
            case MailException problem -> failed(problem.getMessage());
            case DatabaseException problem -> failed(problem.getMessage());
            case QueueUnreachableException problem -> failed(problem.getMessage());
            case CancellationException stopped when stopped.getMessage() != null -> failed(stopped.getMessage());
            case UnsupportedOperationException missing
            when missing.getMessage() != null -> failed(missing.getMessage());
            case IllegalArgumentException wrong
            when wrong.getMessage() != null -> new Problem(wrong.getMessage(), ExitCode.USAGE);
            default -> throw exception;
        };
    }

    private static Problem failed(String sentence) {
        return new Problem(sentence, ExitCode.SOFTWARE);
    }
}
