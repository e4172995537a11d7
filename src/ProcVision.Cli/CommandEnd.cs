using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>How a command ends: every way to fail becomes words with a code and a cure, and an exit code, in one place for all commands.</summary>
internal static class CommandEnd
{
    /// <param name="json">Whether a script waits for JSON on stdout.</param>
    /// <param name="run">The command.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <param name="failed">Stands before what went wrong; empty for nothing.</param>
    public static async Task<int> OfAsync(bool json, Func<Task<int>> run, CancellationToken cancellation, string failed = "")
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (BadInputException e)
        {
            return Tell(e.ErrorCode, e.Message, ExitCode.BadInput);
        }
        catch (PackageException e)
        {
            return Tell(ToolCode.Package, e.Message, ExitCode.BadInput);
        }
        catch (AlgorithmStartException e)
        {
            return Tell(e.ErrorCode, e.Message, ExitCode.Error);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that may not be read, a full disk: the system's own words name the file.
            return Tell(ToolCode.Access, e.Message, ExitCode.BadInput);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            ToolStreams.Note(Words.Of("已中断", "interrupted"));
            return ExitCode.Interrupted;
        }

        int Tell(string code, string message, int exit)
        {
            ToolFailure.Tell(code, failed + message, json);
            return exit;
        }
    }
}
