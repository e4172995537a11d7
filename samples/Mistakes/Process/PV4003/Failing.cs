using System.Runtime.CompilerServices;

namespace Mistakes.PV4003;

[Algorithm]
public sealed partial class Demo4003
{
    [ModuleInitializer]
    internal static void Load() => Console.WriteLine("demo 1.0");

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}
