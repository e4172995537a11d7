namespace Mistakes.PV0027;

[Algorithm]
public sealed partial class Demo0027
{
}
