namespace Mistakes.PV0015;

[Algorithm]
public sealed partial class Demo0015
{
}
