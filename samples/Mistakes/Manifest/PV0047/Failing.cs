namespace Mistakes.PV0047;

[Algorithm]
public sealed partial class Demo0047
{
}
