namespace Mistakes.PV0024;

[Algorithm]
public sealed partial class Demo0024
{
}
