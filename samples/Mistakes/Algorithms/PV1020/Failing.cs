using System.Threading.Tasks;

namespace Mistakes.PV1020;

[Algorithm]
public sealed partial class Demo1020
{
    async Task Setup(SetupContext context) => await Task.Yield();

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}
