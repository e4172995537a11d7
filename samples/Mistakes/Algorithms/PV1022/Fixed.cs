namespace Mistakes.PV1022;

[Session]
public readonly ref partial struct Tray
{
    public partial int Count { get; set; }
}

[Algorithm(Session = typeof(Tray))]
public sealed partial class Demo1022
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}
