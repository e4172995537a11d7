namespace Mistakes.PV0001;

[Algorithm]
public sealed partial class Demo0001
{
}
