namespace Mistakes.PV0013;

[Algorithm]
public sealed partial class Demo0013
{
}
