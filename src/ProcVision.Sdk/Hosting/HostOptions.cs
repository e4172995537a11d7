namespace ProcVision.Hosting;

/// <summary>The command line and the environment (conformance 309–316, 511).</summary>
internal sealed class HostOptions
{
    private readonly List<string> _warnings = [];

    private HostOptions()
    {
    }

    /// <summary>Which algorithm: <c>module:Class</c>; null when nobody says.</summary>
    internal string? Entry { get; private set; }

    /// <summary><c>PROC_PID</c>: the product of calls that name none (execute-only profile); null when nobody says.</summary>
    internal string? Pid { get; private set; }

    /// <summary>Lines below it are dropped.</summary>
    internal LogLevel Level { get; private set; } = LogLevel.Info;

    /// <summary>What was not understood; it is not used and the process goes on.</summary>
    internal IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Flags win over the environment.</summary>
    internal static HostOptions Parse(ReadOnlySpan<string> args, Func<string, string?> environment)
    {
        var options = new HostOptions
        {
            Entry = NullIfEmpty(environment("PROC_ENTRY_POINT")),
            Pid = NullIfEmpty(environment("PROC_PID")),
        };
        if (NullIfEmpty(environment("PROC_LOG_LEVEL")) is { } level)
        {
            options.SetLevel("PROC_LOG_LEVEL", level);
        }

        for (var i = 0; i < args.Length; i++)
        {
            var (flag, value) = Split(args[i]);
            if (flag is not ("-m" or "--entry" or "--log-level" or "--heartbeat-interval-ms" or "--heartbeat-grace-ms"))
            {
                options._warnings.Add($"unknown argument '{args[i]}' is ignored");
                continue;
            }

            if (value is null)
            {
                if (i + 1 >= args.Length)
                {
                    options._warnings.Add($"'{flag}' without a value is ignored");
                    continue;
                }

                value = args[++i];
            }

            options.Set(flag, value);
        }

        return options;
    }

    private void Set(string flag, string value)
    {
        switch (flag)
        {
            case "--entry":
                Entry = NullIfEmpty(value);
                break;
            case "--log-level":
                SetLevel(flag, value);
                break;
            default:
                // -m names the Python module that this executable stands in for; the Runner alone keeps the heartbeat's time (conformance 311).
                break;
        }
    }

    private void SetLevel(string where, string value)
    {
        if (LogLevels.TryParse(value, out var level))
        {
            Level = level;
        }
        else
        {
            _warnings.Add($"{where} '{value}' is ignored: use debug, info, warn or error");
        }
    }

    private static (string Flag, string? Value) Split(string argument)
    {
        var equals = argument.StartsWith("--", StringComparison.Ordinal) ? argument.IndexOf('=') : -1;
        return equals < 0 ? (argument, null) : (argument[..equals], argument[(equals + 1)..]);
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
