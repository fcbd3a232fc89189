"""What must not link: set phrases, sentences that everybody copies, and numbers."""

import pytest

from evolve.evaluation.readings import DocumentReading, ItemReading, Readings, corpus_of
from evolve.matching import link_corpus
from evolve.matching.places import without_places
from evolve.model import Role
from evolve.settings import Settings

PLAN = (
    "改造农贸市场。对12个农贸市场进行升级改造，规范摊位管理。",
    "治理内涝积水点。完成28处易涝点整治，疏通排水管网。",
    "发展乡村民宿。引导村民利用闲置农房经营民宿，培育精品线路。",
    "提高医院急救能力。建设胸痛中心和卒中中心，缩短急救半径。",
    "培育种业企业。支持育种研发，建设水稻制种基地。",
)
OUTCOME = (
    "公共自行车扩容。新增公共自行车站点，方便市民短途出行。",
    "口岸通关提速。货物整体通关时间压缩，口岸24小时运行。",
    "档案数字化完成。馆藏档案全部完成扫描和著录。",
    "殡葬服务规范。公墓价格公开，推行生态安葬。",
    "气象预警到村。预警信息直达村组，覆盖所有自然村。",
)
SAID_BY_ALL = (
    "深入贯彻落实上级决策部署，强化责任担当，确保各项工作落到实处。",
    "加强组织领导，压实工作责任，确保取得实效。",
    "提高政治站位，统一思想认识，狠抓工作落实，奋力开创新局面。",
    "坚持以人民为中心，真抓实干，为经济社会高质量发展作出新的更大贡献。",
    "各级各部门要高度重视，精心组织，密切配合，形成工作合力。",
    "要切实提高思想认识，细化工作措施，明确时间节点，形成齐抓共管的良好局面。",
    "下一步，我局将再接再厉，攻坚克难，以更高标准、更严要求、更实举措，全力以赴完成各项目标任务。",
    "这些成绩的取得，是市委坚强领导的结果。在此，我代表市政府表示衷心的感谢和崇高的敬意！",
    "We will continue to work hard to deliver results for our residents.",
)


def _links(plan: tuple[str, ...], outcome: tuple[str, ...]) -> dict[tuple[int, int], float]:
    documents, items = {}, {}
    for role, texts in ((Role.PLAN, plan), (Role.OUTCOME, outcome)):
        name = f"乙市-{role}"
        documents[name] = DocumentReading(issuer="乙市", role=role, start=2021, end=2021)
        items[name] = tuple(
            ItemReading(id=f"{name}/{k}", doc=name, text=text) for k, text in enumerate(texts)
        )
    links = link_corpus(corpus_of(Readings(documents, items, ())), Settings())
    return {(int(link.source[-1]), int(link.target[-1])): link.score for link in links}


def test_nothing_in_common_is_no_link() -> None:
    assert not _links(PLAN, OUTCOME)


@pytest.mark.parametrize(
    "places",
    [
        "白云区、黄埔区、番禺区、南沙区、增城区、从化区",
        "东关街道、西关街道、江海街道和滨海街道",
        "清水县、大河县、石桥镇、北山乡及东湖市",
    ],
)
def test_a_list_of_places_is_no_evidence(places: str) -> None:
    plan = f"在{places}建设一批公办幼儿园，增加学位。"
    outcome = f"对{places}开展消防演练和防溺水宣传。"
    assert not _links((*PLAN[:2], plan), (*OUTCOME[:2], outcome))


def test_the_same_work_in_the_same_places_is_linked() -> None:
    places = "白云区、黄埔区、番禺区、南沙区"
    plan = f"在{places}建设一批公办幼儿园，增加学位。"
    outcome = f"{places}建成公办幼儿园12所，学位增加3000个。"
    assert (2, 2) in _links((*PLAN[:2], plan), (*OUTCOME[:2], outcome))


@pytest.mark.parametrize(
    "kinds", ["革命老区、民族地区、边疆地区和贫困地区", "社区、校区、园区、景区、街区"]
)
def test_kinds_of_places_are_evidence(kinds: str) -> None:
    assert without_places(f"支持{kinds}发展") == f"支持{kinds}发展"


@pytest.mark.parametrize("sentence", SAID_BY_ALL)
def test_an_item_of_set_phrases_links_to_nothing_not_even_to_itself(sentence: str) -> None:
    assert not _links((*PLAN, sentence), (*OUTCOME, sentence))


@pytest.mark.parametrize("sentence", SAID_BY_ALL)
def test_a_sentence_that_everybody_copies_is_no_evidence(sentence: str) -> None:
    assert not _links(
        (PLAN[0] + sentence, *PLAN[1:]), (OUTCOME[0], OUTCOME[1] + sentence, *OUTCOME[2:])
    )


def test_a_sentence_that_stands_in_all_items_of_both_is_no_evidence() -> None:
    copied = "相关经费由市级财政统筹安排，任务完成情况纳入年度考核。"
    assert not _links(
        tuple(text + copied for text in PLAN), tuple(text + copied for text in OUTCOME)
    )


@pytest.mark.parametrize(
    "who",
    [
        "（责任单位：市财政局、市发展改革委，各区人民政府）",
        "牵头单位：农贸处；完成时限：2021年12月",
    ],
)
def test_who_does_it_and_by_when_is_no_evidence(who: str) -> None:
    assert not _links((PLAN[0] + who, *PLAN[1:]), (OUTCOME[0], OUTCOME[1] + who, *OUTCOME[2:]))


def test_the_same_numbers_are_no_evidence() -> None:
    figures = "共3.75亿元，惠及286个单位、1571人，比例达98.6%。"
    assert not _links((PLAN[0] + figures, *PLAN[1:]), (OUTCOME[0] + figures, *OUTCOME[1:]))


def test_the_same_work_is_linked_in_spite_of_other_numbers() -> None:
    report = "农贸市场改造完成。升级改造农贸市场15个，摊位管理全面规范。"
    assert set(_links(PLAN, (*OUTCOME, report))) == {(0, 5)}
