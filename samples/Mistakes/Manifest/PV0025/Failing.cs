namespace Mistakes.PV0025;

[Algorithm]
public sealed partial class Demo0025
{
}
