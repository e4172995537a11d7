using System.Collections.Concurrent;
using System.IO;
using System.Threading;

namespace Mistakes.PV1026;

[Algorithm]
public sealed partial class Demo1026
{
    private readonly BlockingCollection<string> _lines = [];
    private Thread? _writer;

    private void Setup(SetupContext context)
    {
        _writer = new Thread(() =>
        {
            foreach (string line in _lines.GetConsumingEnumerable())
                File.AppendAllText("/var/log/verdicts.csv", line);
        });
        _writer.Start();
    }

    private void Teardown()
    {
        _lines.CompleteAdding();
        _writer?.Join();
    }

    private void OnStepFinish(in StepFinish finish) => _lines.Add($"{finish.Pid},{finish.Verdict}\n");

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}
