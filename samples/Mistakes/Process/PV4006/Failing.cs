using System.IO;
using System.Text.Json;

namespace Mistakes.PV4006;

[Algorithm]
public sealed partial class Demo4006
{
    readonly Dictionary<string, Config> _configs = [];

    void Setup(SetupContext context)
    {
        foreach (var pid in context.Pids)
            _configs[pid] = JsonSerializer.Deserialize<Config>(File.ReadAllBytes(Assets.Of(context, pid).Config))!;
    }

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}

public sealed record Config(int Count);
