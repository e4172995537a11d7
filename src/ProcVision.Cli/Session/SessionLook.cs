using System.Text;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>One <c>procvision session</c>, from the words on the command line to the exit code. It only reads.</summary>
internal sealed class SessionLook(SessionRequest request)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private readonly Stream _out = Console.OpenStandardOutput();
    private readonly TextWriter _error = ToolStreams.Error;

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        try
        {
            Look();
            while (request.Watch)
            {
                await Task.Delay(Between, cancellation).ConfigureAwait(false);
                Look();
            }

            return ExitCode.Success;
        }
        catch (BadInputException e)
        {
            _error.WriteLine(Complaint.Of(e.ErrorCode, e.Message));
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Ctrl-C is how watching ends.
            return ExitCode.Success;
        }
        catch (IOException)
        {
            // Whoever read our output has seen enough.
            return ExitCode.Success;
        }
    }

    private void Look()
    {
        if (request.Region is not null && request.ProcessId is not null)
            throw new BadInputException(Words.Of("请给出区域或 --process，不能同时给出", "Give a region or --process, not both"));
        var text = new StringBuilder();
        if (request.Watch && !request.Json && !Console.IsOutputRedirected)
            text.Append("\u001b[H\u001b[2J");
        if (request.Region is { } region)
            One(text, ReadRegion.Of(region));
        else if (request.ProcessId is { } process)
            Whole(text, RegionPlaces.Of(process));
        else
            List(text, RegionPlaces.All());
        _out.Write(Encoding.UTF8.GetBytes(text.ToString()));
        _out.Flush();
    }

    private void One(StringBuilder text, ReadRegion region)
    {
        if (request.Json)
            text.Append(SessionJson.Of(region)).Append('\n');
        else
            new SessionTable(text).Write(region);
    }

    private void Whole(StringBuilder text, IReadOnlyList<string> names)
    {
        var regions = Read(names, out var problems);
        if (regions.Count == 0)
            throw new BadInputException(string.Join(Environment.NewLine + "      ", problems), ToolCode.Access);
        Tell(problems);
        if (request.Json)
            text.Append(SessionJson.Of(regions)).Append('\n');
        foreach (var region in request.Json ? [] : regions)
        {
            if (text.Length > 0)
                text.Append('\n');
            new SessionTable(text).Write(region);
        }
    }

    private void List(StringBuilder text, IReadOnlyList<string> names)
    {
        var regions = Read(names, out var problems);
        Tell(problems);
        if (request.Json)
            text.Append(SessionJson.Of(regions)).Append('\n');
        else if (names.Count == 0)
            text.Append(Words.Of("没有会话区域\n", "There are no session regions\n"));
        else if (regions.Count > 0)
            new SessionTable(text).WriteList(regions);
    }

    private void Tell(List<string> problems)
    {
        foreach (string problem in problems)
            _error.WriteLine($"{Words.Of("提示", "note")}: {problem}");
    }

    /// <summary>All that can be read; one that has just ended or is another user's costs only itself.</summary>
    private static List<ReadRegion> Read(IReadOnlyList<string> names, out List<string> problems)
    {
        var regions = new List<ReadRegion>();
        problems = [];
        foreach (string name in names)
        {
            try
            {
                regions.Add(ReadRegion.Of(name));
            }
            catch (BadInputException e)
            {
                problems.Add(e.Message);
            }
        }

        return regions;
    }
}
