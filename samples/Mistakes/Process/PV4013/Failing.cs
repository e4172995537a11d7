using System.IO;

namespace Mistakes.PV4013;

[Algorithm]
public sealed partial class Demo4013
{
    byte[] _config = [];

    void Setup(SetupContext context) => _config = File.ReadAllBytes("assets/p001.json");

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}
